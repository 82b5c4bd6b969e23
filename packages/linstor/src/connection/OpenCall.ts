import { type ClientError, ProtocolError } from '@x/core-errors'
import { API_END_OF_IMMEDIATE_ANSWERS } from '@x/linstor-wire/constants'
import type { CallContext } from './CallContext.js'
import type { CallRequest } from './CallRequest.js'
import type { OutgoingFrame } from './FrameWriter.js'
import { lossOf } from './lossOf.js'

/** Told once when a call ends, before its promise settles. */
export type OnCallEnd = (call: OpenCall) => void

/** A call between its registration and its end. It ends once; what comes for it later is dropped. */
export class OpenCall implements OutgoingFrame {
  readonly id: number
  readonly context: CallContext
  /** Settles when the call ends. */
  readonly done: Promise<void>
  bytes: Uint8Array = new Uint8Array(0)
  /** Whether the caller gave up before the request was written. */
  unwanted = false
  readonly #request: CallRequest
  readonly #onEnd: OnCallEnd
  #written = false
  #answered = false
  #answerBytes = 0
  #resolve!: () => void
  #reject!: (error: unknown) => void

  constructor(id: number, request: CallRequest, context: CallContext, onEnd: OnCallEnd) {
    this.id = id
    this.context = context
    this.#request = request
    this.#onEnd = onEnd
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  onWritten(): void {
    this.#written = true
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
      this.fail(error)
    }
  }

  /** The stream of answers is over. */
  complete(): void {
    if (!this.#answered) this.fail(this.#nonsense('the call ended without an answer'))
    else this.#finish()
  }

  /** Ends the call with an error of its own: a malformed answer, the caller's abort, a deadline. */
  readonly fail = (error: unknown): void => {
    this.unwanted = true
    this.#onEnd(this)
    this.#reject(error)
  }

  /** The connection is gone. */
  lose(cause: ClientError): void {
    if (this.#request.endsWithConnection && this.#written && cause.kind === 'connection') this.#finish()
    else this.fail(lossOf(cause, this.context, this.#request.idempotent, this.#written))
  }

  #finish(): void {
    this.#onEnd(this)
    this.#resolve()
  }

  #nonsense(problem: string): ProtocolError {
    const { context } = this
    return new ProtocolError(`${context.operation}: ${problem} (${this.#request.apiCall})`, context.details)
  }
}
