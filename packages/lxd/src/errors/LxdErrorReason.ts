/** What a refusal means, by its HTTP status. */
export type LxdErrorReason =
  | 'badRequest'
  | 'notTrusted'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'preconditionFailed'
  | 'notImplemented'
  | 'unavailable'
  | 'serverError'

const reasons: Record<number, LxdErrorReason> = {
  401: 'notTrusted',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'preconditionFailed',
  501: 'notImplemented',
  503: 'unavailable',
}

/**
 * Names an HTTP status. A `serverError` may still be bad input: LXD 5.0 answers 500 to most of what it validates, to
 * profiles that exist already and to some things that don't exist. Its texts differ by version, so nothing is read from
 * them.
 */
export const reasonOf = (status: number): LxdErrorReason =>
  reasons[status] ?? (status >= 500 ? 'serverError' : 'badRequest')
