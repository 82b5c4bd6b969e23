import { type ClientError, ProtocolError } from '@x/core-errors'
import { API_END_OF_IMMEDIATE_ANSWERS } from '@x/linstor-wire/constants'
import type { CallContext } from './CallContext.js'
import type { CallRequest } from './CallRequest.js'
import type { Timed } from './CallTimeouts.js'
import type { OutgoingFrame } from './FrameWriter.js'
import { lossOf } from './lossOf.js'

/** How the call ends for whoever made it. */
export interface CallOutcome {
  resolve(): void
  reject(error: unknown): void
  /** Told before either. */
  onEnd(id: number): void
}

/** A call between its registration and its end. It ends once; what comes for it later is dropped. */
export class OpenCall implements OutgoingFrame, Timed {
  readonly id: number
  readonly context: CallContext
  readonly bytes: Uint8Array
  /** Whether the caller gave up before the request was written. */
  unwanted = false
  readonly #request: CallRequest
  readonly #outcome: CallOutcome
  readonly #onAbort: (() => void) | undefined
  #written = false
  #answered = false
  #answerBytes = 0
  #waiting: (() => void)[] | undefined

  constructor(id: number, bytes: Uint8Array, request: CallRequest, context: CallContext, outcome: CallOutcome) {
    this.id = id
    this.bytes = bytes
    this.context = context
    this.#request = request
    this.#outcome = outcome
    const { signal } = context
    if (signal === undefined) return
    this.#onAbort = () => this.#fail(signal.reason)
    signal.addEventListener('abort', this.#onAbort, { once: true })
  }

  get endsAt(): number {
    return this.context.endsAt
  }

  timeOut(): void {
    this.#fail(this.context.timedOut(this.#request.idempotent))
  }

  onWritten(): void {
    this.#written = true
  }

  /** Resolves when the call has ended, however. */
  ended(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting ??= []
      this.#waiting.push(resolve)
    })
  }

  /** Takes one ANSWER frame. @param maxBytes - Most bytes of answers that the call may bring. */
  answer(content: string, messages: readonly Uint8Array[], maxBytes: number): void {
    if (content === API_END_OF_IMMEDIATE_ANSWERS) {
      if (this.#request.asyncMsg) this.complete()
      return
    }
    this.#answered = true
    for (const message of messages) this.#answerBytes += message.length
    try {
      if (this.#answerBytes > maxBytes) throw this.#nonsense(`the answers are larger than ${maxBytes} bytes`)
      this.#request.onAnswer(content, messages)
    } catch (error) {
      this.#fail(error)
    }
  }

  /** The stream of answers is over. */
  complete(): void {
    if (this.#answered) this.#finish()
    else this.#fail(this.#nonsense('the call ended without an answer'))
  }

  /** The connection is gone. */
  lose(cause: ClientError): void {
    if (this.#request.endsWithConnection && this.#written && cause.kind === 'connection') this.#finish()
    else this.#fail(lossOf(cause, this.context, this.#request.idempotent, this.#written))
  }

  #finish(): void {
    this.#end()
    this.#outcome.resolve()
  }

  #fail(error: unknown): void {
    this.unwanted = true
    this.#end()
    this.#outcome.reject(error)
  }

  #end(): void {
    if (this.#onAbort !== undefined) this.context.signal?.removeEventListener('abort', this.#onAbort)
    this.#outcome.onEnd(this.id)
    for (const resolve of this.#waiting ?? []) resolve()
  }

  #nonsense(problem: string): ProtocolError {
    const { context } = this
    return new ProtocolError(`${context.operation}: ${problem} (${this.#request.apiCall})`, context.details)
  }
}
