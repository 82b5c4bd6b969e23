import { stringifyJson } from '@x/core-errors'

/** Status of each fault, by its name. @see Synnefo 0.21, faults of all services */
export const faultStatuses = {
  notModified: 304,
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  itemNotFound: 404,
  featureNotEnabled: 404,
  notAllowed: 405,
  conflict: 409,
  buildInProgress: 409,
  lengthRequired: 411,
  preconditionFailed: 412,
  overLimit: 413,
  requestEntityTooLarge: 413,
  rangeNotSatisfiable: 416,
  unprocessableEntity: 422,
  internalServerError: 500,
  notImplemented: 501,
  serviceUnavailable: 503,
} as const

/** What a {@link FakeFault} may say besides its name and message. */
export interface FakeFaultExtras {
  /** In place of the status that belongs to the name. */
  status?: number
  details?: string
  /** Commissions only. */
  data?: unknown
  headers?: Record<string, string>
}

/** Thrown by a fake service: becomes an answer with the envelope `{"<name>": {"code", "message", "details"}}`. */
export class FakeFault extends Error {
  readonly faultName: string
  readonly status: number
  readonly extras: FakeFaultExtras

  constructor(faultName: keyof typeof faultStatuses | 'fault', message: string, extras: FakeFaultExtras = {}) {
    super(message)
    this.faultName = faultName
    this.status = extras.status ?? (faultName === 'fault' ? 500 : faultStatuses[faultName])
    this.extras = extras
  }

  /** The envelope as text. */
  body(): string {
    const { details = '', data } = this.extras
    const envelope = { code: this.status, message: this.message, details, ...(data === undefined ? {} : { data }) }
    return stringifyJson({ [this.faultName]: envelope })
  }

  /** The answer that a client sees. */
  toResponse(): Response {
    const headers = { 'content-type': 'application/json; charset=UTF-8', ...this.extras.headers }
    return this.status === 304
      ? new Response(null, { status: 304 })
      : new Response(this.body(), { status: this.status, headers })
  }
}
