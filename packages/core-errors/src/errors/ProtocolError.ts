import { hasErrorBrand } from './brand.js'
import { ClientError, type ClientErrorDetails } from './ClientError.js'

/** What a {@link ProtocolError} carries. */
export interface ProtocolErrorDetails extends ClientErrorDetails {
  /** Where in the answer the offending field stands, for example `data[3].size` or `MsgLstRsc.resources[0].name`. */
  path?: string | undefined
  /** The HTTP status of the answer, where there is one. */
  status?: number | undefined
}

/** The server answered something that its protocol does not allow. */
export class ProtocolError extends ClientError {
  static override readonly brand: string = 'ProtocolError'
  /** Where in the answer the offending field stands. */
  readonly path: string | undefined
  /** The HTTP status of the answer, where there is one. */
  readonly status: number | undefined

  constructor(message: string, details: ProtocolErrorDetails = {}) {
    super(message, details)
    this.path = details.path
    this.status = details.status
  }
}

/** Tells whether the server's answer could not be understood. */
export const isProtocolError = (error: unknown): error is ProtocolError => hasErrorBrand(error, 'ProtocolError')
