import type { LinstorDuplex } from './LinstorDuplex.js'

// What is queued in one turn of the event loop goes out in writes of about this size.
const batchBytes = 65_536

/** A frame that waits to be written. */
export interface OutgoingFrame {
  readonly bytes: Uint8Array
  /** Whether nobody wants it any more; asked at the last moment. */
  readonly unwanted?: boolean
  /** Told when the bytes are handed to the connection: from then on they may arrive. */
  onWritten?(): void
}

/**
 * The one writer of a connection: frames go out whole and in the order in which they came. While the connection asks
 * for a pause nothing is written, and {@link FrameWriter.ready} keeps callers from queueing more.
 */
export class FrameWriter {
  readonly #duplex: LinstorDuplex
  #queue: OutgoingFrame[] = []
  #queuedBytes = 0
  #scheduled = false
  #paused = false
  #closed = false
  #waiting: (() => void)[] = []
  /** Bytes handed to the connection so far. */
  sentBytes = 0

  constructor(duplex: LinstorDuplex) {
    this.#duplex = duplex
    duplex.on('drain', () => this.#resume())
  }

  /** Whether callers should wait for {@link FrameWriter.ready} before they queue more. */
  get full(): boolean {
    return this.#paused || this.#queuedBytes >= batchBytes
  }

  /** Resolves when the queue has room again, or the writer is closed. */
  ready(): Promise<void> {
    if (this.#closed || !this.full) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Queues a frame. It is written before the event loop turns, unless the connection asked for a pause. */
  push(frame: OutgoingFrame): void {
    if (this.#closed) return
    this.#queue.push(frame)
    this.#queuedBytes += frame.bytes.length
    if (this.#scheduled || this.#paused) return
    this.#scheduled = true
    queueMicrotask(() => this.#flush())
  }

  /** Drops what is queued and lets everybody go who waits. */
  close(): void {
    this.#closed = true
    this.#queue = []
    this.#release()
  }

  #flush(): void {
    this.#scheduled = false
    const frames = this.#queue
    this.#queue = []
    this.#queuedBytes = 0
    let batch: Uint8Array[] = []
    let size = 0
    for (let index = 0; index < frames.length && !this.#closed; index++) {
      const frame = frames[index] as OutgoingFrame
      if (frame.unwanted) continue
      frame.onWritten?.()
      batch.push(frame.bytes)
      size += frame.bytes.length
      if (size < batchBytes) continue
      this.#write(batch, size)
      batch = []
      size = 0
      if (this.#paused) {
        this.#queue = frames.slice(index + 1)
        this.#queuedBytes = this.#queue.reduce((sum, { bytes }) => sum + bytes.length, 0)
        return
      }
    }
    if (size > 0) this.#write(batch, size)
    if (!this.full) this.#release()
  }

  #write(batch: Uint8Array[], size: number): void {
    this.sentBytes += size
    if (!this.#duplex.write(batch.length === 1 ? (batch[0] as Uint8Array) : join(batch, size))) this.#paused = true
  }

  #resume(): void {
    this.#paused = false
    if (this.#queue.length > 0) this.#flush()
    else this.#release()
  }

  #release(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
