import type { Dispatcher } from 'undici'

/** What takes the bytes of a body. */
interface Sink {
  take(chunk: Uint8Array): void
  end(): void
  fail(error: unknown): void
}

// What comes with the head of the answer waits here for its reader; pausing the socket for a moment would cost more.
const mostWaiting = 4

/** The body of an answer. Little of it is read from the socket before somebody wants it: as a stream, or in a buffer. */
export class DispatchedBody {
  readonly #controller: Dispatcher.DispatchController
  readonly #early: ((sink: Sink) => void)[] = []
  #sink: Sink | undefined

  constructor(controller: Dispatcher.DispatchController) {
    this.#controller = controller
  }

  take(chunk: Uint8Array): void {
    this.#tell((sink) => sink.take(chunk))
  }

  end(): void {
    this.#tell((sink) => sink.end())
  }

  fail(error: unknown): void {
    this.#tell((sink) => sink.fail(error))
  }

  #tell(event: (sink: Sink) => void): void {
    if (this.#sink !== undefined) event(this.#sink)
    else if (this.#early.push(event) >= mostWaiting) this.#controller.pause()
  }

  #begin(sink: Sink): void {
    this.#sink = sink
    for (const event of this.#early.splice(0)) event(sink)
    this.#controller.resume()
  }

  /** The body as a stream that is read no faster than it is asked for. */
  stream(): ReadableStream<Uint8Array> {
    const controller = this.#controller
    let isOver = false
    return new ReadableStream<Uint8Array>(
      {
        pull: (target) => {
          if (this.#sink !== undefined) return controller.resume()
          const finish = (last: () => void) => {
            if (!isOver) last()
            isOver = true
          }
          this.#begin({
            take: (chunk) => {
              if (isOver) return
              target.enqueue(chunk)
              if ((target.desiredSize ?? 0) <= 0) controller.pause()
            },
            end: () => finish(() => target.close()),
            fail: (error) => finish(() => target.error(error)),
          })
        },
        cancel: (reason) => {
          isOver = true
          this.#sink ??= { take() {}, end() {}, fail() {} }
          controller.abort(reason instanceof Error ? reason : new Error('the answer is not read to its end'))
        },
      },
      { highWaterMark: 0 },
    )
  }

  /** The whole body, in a buffer. @returns Its length, or one that is greater than the buffer's when it does not fit. */
  readInto(buffer: Uint8Array): Promise<number> {
    let length = 0
    return new Promise((resolve, reject) => {
      this.#begin({
        take: (chunk) => {
          if (length + chunk.length <= buffer.length) buffer.set(chunk, length)
          else if (length <= buffer.length) this.#controller.abort(new Error('the answer is longer than expected'))
          length += chunk.length
          if (length > buffer.length) resolve(length)
          else release(chunk)
        },
        end: () => resolve(length),
        fail: reject,
      })
    })
  }
}

// Gives back at once what else stays until the next collection of garbage, some sixty megabytes of it. Only what the
// chunk has to itself: no buffer that others are parts of.
function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}
