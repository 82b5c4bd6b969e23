import { createRequestId } from '@x/core-errors'

/** Names one call in errors and events. */
export class CallContext {
  readonly operation: string
  /** Number of the attempt under way, 1 for the first. */
  attempt = 0
  #requestId: string | undefined

  constructor(operation: string, requestId: string | undefined) {
    this.operation = operation
    this.#requestId = requestId
  }

  /** The caller's id of the call, or one that is made when it is first needed. */
  get requestId(): string {
    this.#requestId ??= createRequestId()
    return this.#requestId
  }

  /** What an error of the call says about it. */
  get details(): { operation: string; requestId: string; attempts: number } {
    return { operation: this.operation, requestId: this.requestId, attempts: this.attempt }
  }
}
