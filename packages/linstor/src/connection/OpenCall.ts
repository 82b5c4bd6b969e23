import { type ClientError, ProtocolError } from '@x/core-errors'
import { API_END_OF_IMMEDIATE_ANSWERS } from '@x/linstor-wire/constants'
import type { CallRequest } from './Call.js'
import type { OutgoingFrame } from './FrameWriter.js'
import { lossOf } from './lossOf.js'

/** A call between its registration and its end. It ends once; what comes for it later is dropped. */
export class OpenCall implements OutgoingFrame {
  readonly request: CallRequest
  /** Settles when the call ends. */
  readonly done: Promise<void>
  bytes: Uint8Array = new Uint8Array(0)
  /** Whether the caller gave up before the request was written. */
  unwanted = false
  readonly #maxAnswerBytes: number
  readonly #onEnd: () => void
  #written = false
  #answered = false
  #answerBytes = 0
  #resolve: () => void = () => {}
  #reject: (error: unknown) => void = () => {}

  /** @param onEnd - Called once, before `done` settles. */
  constructor(request: CallRequest, maxAnswerBytes: number, onEnd: () => void) {
    this.request = request
    this.#maxAnswerBytes = maxAnswerBytes
    this.#onEnd = onEnd
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  onWritten(): void {
    this.#written = true
  }

  /** Takes one ANSWER frame. */
  answer(content: string, messages: readonly Uint8Array[]): void {
    if (content === API_END_OF_IMMEDIATE_ANSWERS) {
      if (this.request.asyncMsg) this.complete()
      return
    }
    this.#answered = true
    for (const message of messages) this.#answerBytes += message.length
    try {
      if (this.#answerBytes > this.#maxAnswerBytes) {
        throw this.#nonsense(`the answers are larger than ${this.#maxAnswerBytes} bytes`)
      }
      this.request.onAnswer(content, messages)
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
  fail(error: unknown): void {
    this.unwanted = true
    this.#onEnd()
    this.#reject(error)
  }

  /** The connection is gone. */
  lose(cause: ClientError): void {
    if (this.request.endsWithConnection && this.#written && cause.kind === 'connection') {
      this.#finish()
    } else this.fail(lossOf(cause, this.request, this.#written))
  }

  #finish(): void {
    this.#onEnd()
    this.#resolve()
  }

  #nonsense(problem: string): ProtocolError {
    const { operation, requestId, attempt: attempts, apiCall } = this.request
    return new ProtocolError(`${operation}: ${problem} (${apiCall})`, { operation, requestId, attempts })
  }
}
