import { hasErrorBrand, ProtocolError, type ProtocolErrorDetails } from '@x/core-errors'

/** What an {@link UnknownAnswerError} carries. */
export interface UnknownAnswerDetails extends ProtocolErrorDetails {
  operation: string
  /** Name of the content, as the controller sent it. */
  content: string
  /** The messages as they were received. */
  messages: readonly Uint8Array[]
}

/** A call was answered with something that this client does not know for that call. The connection is still good. */
export class UnknownAnswerError extends ProtocolError {
  static override readonly brand: string = 'UnknownAnswerError'
  /** Name of the content, as the controller sent it. */
  readonly content: string
  /** The messages as they were received. */
  readonly messages: readonly Uint8Array[]

  constructor(details: UnknownAnswerDetails) {
    super(`${details.operation}: unknown answer ${JSON.stringify(details.content)}`, { attempts: 1, ...details })
    this.content = details.content
    this.messages = details.messages.map((message) => new Uint8Array(message))
  }
}

/** Tells whether a call was answered with something that this client does not know. */
export const isUnknownAnswerError = (error: unknown): error is UnknownAnswerError =>
  hasErrorBrand(error, 'UnknownAnswerError')
