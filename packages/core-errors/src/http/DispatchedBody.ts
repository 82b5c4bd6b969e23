import type { DirectBody } from './directBodies.js'

/** Where a body comes from: what undici calls the controller of a dispatch. */
export interface BodySource {
  /** Lets no more arrive until `resume`. */
  pause(): void
  /** Lets more arrive. */
  resume(): void
  /** Ends the request. */
  abort(reason: Error): void
}

// What waits for its reader; pausing the connection for less would cost more than it saves.
const defaultReadAheadBytes = 262_144

/**
 * The body of an answer that arrives piece by piece. Whoever wants it reads it as a stream, or into buffers; what nobody
 * wants stays on the wire, but for a little.
 */
export class DispatchedBody implements DirectBody {
  readonly #source: BodySource
  readonly #readAheadBytes: number
  readonly #queue: Uint8Array<ArrayBuffer>[] = []
  #queued = 0
  #isPaused = false
  #isOver = false
  #failure: { error: unknown } | undefined
  // Whoever waits, and what takes a piece before it is queued.
  #wake = () => {}
  #taker: ((chunk: Uint8Array<ArrayBuffer>) => boolean) | undefined

  constructor(source: BodySource, readAheadBytes: number = defaultReadAheadBytes) {
    this.#source = source
    this.#readAheadBytes = readAheadBytes
  }

  /** A piece has arrived; it now belongs to the body. */
  take(chunk: Uint8Array<ArrayBuffer>): void {
    if (this.#isOver || chunk.byteLength === 0 || this.#taker?.(chunk)) return
    this.#queue.push(chunk)
    this.#queued += chunk.byteLength
    if (this.#queued >= this.#readAheadBytes) {
      this.#isPaused = true
      this.#source.pause()
    }
    this.#wake()
  }

  /** All pieces have arrived. */
  end(): void {
    this.#isOver = true
    this.#wake()
  }

  /** No more pieces will arrive. */
  fail(error: unknown): void {
    this.#failure ??= { error }
    this.#isOver = true
    this.#wake()
  }

  /** The body as a stream that is read no faster than it is asked for. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream(
      {
        pull: async (controller) => {
          const chunk = await this.next()
          if (chunk === undefined) controller.close()
          else controller.enqueue(chunk)
        },
        cancel: (reason) => this.cancel(reason),
      },
      { highWaterMark: 0 },
    )
  }

  /** What comes next, as it arrived; `undefined` at the end. */
  async next(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#queue.length === 0) await this.#arrival()
    const chunk = this.#queue.shift()
    if (chunk === undefined) {
      if (this.#failure !== undefined) throw this.#failure.error
      return undefined
    }
    this.#queued -= chunk.byteLength
    this.#goOn()
    return chunk
  }

  /**
   * Fills a buffer with what comes next.
   *
   * @param onArrival - Called when a part of it has arrived.
   * @returns How many bytes were written: fewer than fit only at the end of the body.
   */
  async fill(buffer: Uint8Array, onArrival: () => void = () => {}): Promise<number> {
    let filled = 0
    const put = (chunk: Uint8Array<ArrayBuffer>): void => {
      const piece = chunk.subarray(0, buffer.byteLength - filled)
      buffer.set(piece, filled)
      filled += piece.byteLength
      if (piece.byteLength === chunk.byteLength) {
        release(chunk)
      } else {
        this.#queue.unshift(chunk.subarray(piece.byteLength))
        this.#queued += chunk.byteLength - piece.byteLength
      }
    }
    while (filled < buffer.byteLength) {
      const chunk = this.#queue.shift()
      if (chunk !== undefined) {
        this.#queued -= chunk.byteLength
        put(chunk)
        continue
      }
      if (this.#isOver) break
      this.#taker = (piece) => {
        if (filled === buffer.byteLength) return false
        onArrival()
        put(piece)
        if (filled === buffer.byteLength) this.#wake()
        return true
      }
      await this.#arrival()
      this.#taker = undefined
    }
    if (this.#failure !== undefined && filled < buffer.byteLength) throw this.#failure.error
    this.#goOn()
    return filled
  }

  /** Nobody wants the rest. Whoever reads on all the same is told that it is not the end. */
  cancel(reason: unknown): void {
    if (this.#isOver) return
    const error = reason instanceof Error ? reason : new Error('the answer is not read to its end')
    this.#queue.length = 0
    this.fail(error)
    this.#source.abort(error)
  }

  #arrival(): Promise<void> {
    if (this.#isOver) return Promise.resolve()
    this.#goOn()
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  #goOn(): void {
    if (!this.#isPaused || this.#isOver || this.#queued >= this.#readAheadBytes) return
    this.#isPaused = false
    this.#source.resume()
  }
}

// Gives back at once what else stays until the next collection of garbage, some sixty megabytes of it. Only what the
// chunk has to itself: no buffer that others are parts of.
function release({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength === byteLength) buffer.transfer(0)
}
