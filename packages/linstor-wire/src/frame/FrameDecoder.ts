import { ConfigurationError, ProtocolError } from '@x/core-errors'
import type { Frame } from './Frame.js'
import { defaultMaxReceivedPayloadBytes, frameHeaderBytes } from './frameLimits.js'

/** Options of a {@link FrameDecoder}. */
export interface FrameDecoderOptions {
  /** Largest payload accepted, in bytes, at most 4294967295. @default 268_435_456 */
  maxPayloadBytes?: number | undefined
}

// A payload up to this size gets its buffer at once; a larger one only as its bytes arrive, so that a header alone
// can't make the decoder allocate what it announces.
const firstBufferBytes = 1_048_576

/**
 * Cuts a stream of bytes into frames, however the bytes are split. Holds at most one incomplete frame, and never more
 * memory for it than twice what arrived.
 *
 * @example
 * const decoder = new FrameDecoder()
 * socket.on('data', (chunk) => decoder.push(chunk, (frame) => handle(frame)))
 * socket.on('end', () => { if (decoder.missingBytes > 0) report(`${decoder.missingBytes} bytes missing`) })
 */
export class FrameDecoder {
  readonly #maxPayloadBytes: number
  readonly #header = new Uint8Array(frameHeaderBytes)
  readonly #headerView = new DataView(this.#header.buffer)
  #headerFilled = 0
  #type = 0
  // Undefined while the header is incomplete: a payload of 0 bytes is a frame like any other.
  #length: number | undefined
  #payload = new Uint8Array(0)
  #payloadFilled = 0
  #failure: ProtocolError | undefined

  /** @throws {ConfigurationError} when the limit is not a whole number from 0 to 4294967295. */
  constructor({ maxPayloadBytes = defaultMaxReceivedPayloadBytes }: FrameDecoderOptions = {}) {
    if (maxPayloadBytes >>> 0 !== maxPayloadBytes) {
      throw new ConfigurationError('FrameDecoder: maxPayloadBytes must be an integer from 0 to 4294967295', {
        path: 'maxPayloadBytes',
      })
    }
    this.#maxPayloadBytes = maxPayloadBytes
  }

  /**
   * How many bytes the frame that has begun still lacks, as far as known: 0 between frames, and within a frame header
   * what the header lacks. A stream that ends while this is above 0 was cut off.
   */
  get missingBytes(): number {
    if (this.#length !== undefined) return this.#length - this.#payloadFilled
    return this.#headerFilled === 0 ? 0 : frameHeaderBytes - this.#headerFilled
  }

  /**
   * Takes the next bytes of the stream and hands over each frame that they complete, in order, frames of unknown types
   * included.
   *
   * @param chunk - Any number of bytes. Payloads may be views of it.
   * @param onFrame - Called for each frame before `push` returns. Must not call `push`.
   * @throws {ProtocolError} when a frame announces a payload above the limit. The frames before it have been handed
   * over; where the next one would begin is unknown, so every later call throws the same error.
   */
  push(chunk: Uint8Array, onFrame: (frame: Frame) => void): void {
    if (this.#failure !== undefined) throw this.#failure
    let position = 0
    while (position < chunk.length) {
      if (this.#length === undefined) {
        position = this.#readHeader(chunk, position)
        if (this.#length === undefined) return
      }
      const end = position + this.#length - this.#payloadFilled
      if (end > chunk.length) {
        this.#keep(chunk.subarray(position))
        return
      }
      const payload = this.#complete(chunk.subarray(position, end))
      position = end
      const frame = { type: this.#type, payload }
      this.#reset()
      onFrame(frame)
    }
  }

  #readHeader(chunk: Uint8Array, start: number): number {
    const end = Math.min(chunk.length, start + frameHeaderBytes - this.#headerFilled)
    this.#header.set(chunk.subarray(start, end), this.#headerFilled)
    this.#headerFilled += end - start
    if (this.#headerFilled === frameHeaderBytes) {
      this.#type = this.#headerView.getUint32(0)
      const length = this.#headerView.getUint32(4)
      if (length > this.#maxPayloadBytes) {
        this.#failure = new ProtocolError(
          `frame of type ${this.#type} announces ${length} bytes, more than the limit of ${this.#maxPayloadBytes}`,
        )
        throw this.#failure
      }
      this.#length = length
    }
    return end
  }

  #keep(part: Uint8Array): void {
    const filled = this.#payloadFilled + part.length
    if (filled > this.#payload.length) this.#grow(filled)
    this.#payload.set(part, this.#payloadFilled)
    this.#payloadFilled = filled
  }

  #grow(needed: number): void {
    const length = this.#length ?? 0
    const size = length <= firstBufferBytes ? length : Math.min(length, Math.max(needed * 2, firstBufferBytes))
    const grown = new Uint8Array(size)
    grown.set(this.#payload.subarray(0, this.#payloadFilled))
    this.#payload = grown
  }

  #complete(rest: Uint8Array): Uint8Array {
    if (this.#payloadFilled === 0) return rest
    this.#keep(rest)
    return this.#payload.subarray(0, this.#payloadFilled)
  }

  #reset(): void {
    this.#headerFilled = 0
    this.#length = undefined
    this.#payload = new Uint8Array(0)
    this.#payloadFilled = 0
  }
}
