import { hasErrorBrand } from './brand.js'
import { ClientError, type ClientErrorDetails } from './ClientError.js'

/** What a {@link ConnectionError} carries. */
export interface ConnectionErrorDetails extends ClientErrorDetails {
  /** The system's or transport's code, for example `ECONNREFUSED`. */
  code?: string | undefined
  /** `false` only when no byte of the request can have reached the server, so that sending it again is safe. @default true */
  mayHaveBeenSent?: boolean | undefined
}

/**
 * No answer arrived: the connection could not be made, or was lost. `retryable` unless the request may have reached the
 * server and does more than read.
 */
export class ConnectionError extends ClientError {
  static override readonly brand: string = 'ConnectionError'
  /** The system's or transport's code, for example `ECONNRESET`. */
  readonly code: string | undefined
  /** `false` only when no byte of the request can have reached the server. */
  readonly mayHaveBeenSent: boolean

  constructor(message: string, details: ConnectionErrorDetails = {}) {
    super(message, { ...details, retryable: details.retryable ?? details.mayHaveBeenSent === false })
    this.code = details.code
    this.mayHaveBeenSent = details.mayHaveBeenSent ?? true
  }
}

/** Tells whether a call failed because no answer arrived. */
export const isConnectionError = (error: unknown): error is ConnectionError => hasErrorBrand(error, 'ConnectionError')
