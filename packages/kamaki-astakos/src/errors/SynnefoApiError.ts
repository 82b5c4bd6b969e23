import { ApiError, hasErrorBrand, redactText } from '@x/core-errors'
import type { QuotaShortage } from './QuotaShortage.js'
import type { SynnefoFault } from './SynnefoFault.js'

/** What a {@link SynnefoApiError} carries. */
export interface SynnefoApiErrorDetails {
  operation: string
  requestId?: string | undefined
  attempts?: number | undefined
  /** Whether making the same call again is safe and may succeed. */
  retryable?: boolean | undefined
  status: number
  retryAfterMs?: number | undefined
  /** The envelopes of the body, the outermost first. */
  faults: readonly SynnefoFault[]
  quota?: QuotaShortage | undefined
  /** The body as the server sent it. */
  rawBody: string
  /** Said in the message when the server says nothing, as in every answer to a `HEAD`. @default 'refused' */
  unsaid?: string | undefined
  method: string
  /** Without credentials. */
  url: string
  secrets: readonly string[]
}

/** A service of the cloud answered and refused: identity, compute, network, volume, image and object-store alike. */
export class SynnefoApiError extends ApiError {
  static override readonly brand: string = 'SynnefoApiError'
  declare readonly status: number
  /** The server's own explanation, of the innermost envelope; may be empty. */
  readonly description: string
  /** What else the server said, of the innermost envelope. */
  readonly details: readonly string[]
  /**
   * All envelopes, the outermost first. A service that was refused by the identity service passes that answer on inside
   * its own; `code`, `description` and `details` are of the innermost one.
   */
  readonly faults: readonly SynnefoFault[]
  /** What was missing, when a quota refused. */
  readonly quota: QuotaShortage | undefined
  readonly method: string
  /** Where the request went, without credentials. */
  readonly url: string
  /** The body as the server sent it, secrets replaced. Not printed. */
  declare readonly rawBody: string

  constructor(parameters: SynnefoApiErrorDetails) {
    const { operation, status, faults, quota, rawBody, secrets } = parameters
    const fault = faults.at(-1)
    const plain = faults.length === 0 ? rawBody.trim().replaceAll(/\s+/g, ' ').slice(0, 200) : ''
    const shortage =
      quota === undefined ? '' : `${quota.label}: ${quota.requested} requested, ${quota.available} available`
    const said =
      shortage || fault?.message || plain || fault?.details[0]?.slice(0, 200) || (parameters.unsaid ?? 'refused')
    const what = fault === undefined ? `HTTP ${status}` : `${fault.name}, HTTP ${status}`
    super(`${operation}: ${said} (${what})`, { ...parameters, code: fault?.name })
    const clean = (text: string) => redactText(text, secrets)
    this.description = clean(fault?.message ?? plain)
    this.details = (fault?.details ?? []).map(clean)
    this.faults = faults.map((item) => ({ ...item, message: clean(item.message), details: item.details.map(clean) }))
    this.quota = quota
    this.method = parameters.method
    this.url = clean(parameters.url)
    Object.defineProperty(this, 'rawBody', { value: clean(rawBody) })
  }

  /** The server's own name of the refusal, the same as `code`: `itemNotFound`, `overLimit`. `undefined` when it gave none. */
  get faultName(): string | undefined {
    return this.code
  }
}

/** Tells whether a service of the cloud answered and refused. Works across copies and versions of the package. */
export const isSynnefoApiError = (error: unknown): error is SynnefoApiError => hasErrorBrand(error, 'SynnefoApiError')
