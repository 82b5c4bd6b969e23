import type { ProtocolError } from '@x/core-errors'
import { malformed } from '../internal/malformed.js'
import { refusal } from '../internal/refusal.js'
import type { Frame } from './Frame.js'
import { defaultMaxReceivedPayloadBytes, frameHeaderBytes } from './frameLimits.js'

/** Options of a {@link FrameDecoder}. */
export interface FrameDecoderOptions {
  /** Largest payload accepted, in bytes, at most 4294967295. @default 268_435_456 */
  maxPayloadBytes?: number | undefined
}

// A part up to this size gets its buffer at once; a larger one as its bytes arrive, so that a header alone can't make
// the decoder allocate what it announces.
const firstBufferBytes = 16_777_216

/**
 * Cuts a stream of bytes into frames, however the bytes are split. Holds at most one incomplete frame, and for it never
 * more memory than the frame needs, nor more than the larger of 16 MiB and twice what arrived.
 *
 * @example
 * const decoder = new FrameDecoder()
 * socket.on('data', (chunk) => decoder.push(chunk, (frame) => handle(frame)))
 * socket.on('end', () => { if (decoder.missingBytes > 0) report(`${decoder.missingBytes} bytes missing`) })
 */
export class FrameDecoder {
  readonly #maxPayloadBytes: number
  // Undefined while the next part is a header; a payload of 0 bytes is a part like any other.
  #type: number | undefined
  #needed = frameHeaderBytes
  #part = new Uint8Array(0)
  #filled = 0
  #busy = false
  #failure: ProtocolError | undefined

  /** @throws {ConfigurationError} when the limit is not an integer from 0 to 4294967295. */
  constructor({ maxPayloadBytes = defaultMaxReceivedPayloadBytes }: FrameDecoderOptions = {}) {
    if (maxPayloadBytes >>> 0 !== maxPayloadBytes) {
      throw refusal('maxPayloadBytes', 'must be an integer from 0 to 4294967295')
    }
    this.#maxPayloadBytes = maxPayloadBytes
  }

  /**
   * How many bytes the frame that has begun still lacks, as far as known: 0 between frames, and within a frame header
   * what the header lacks. A stream that ends while this is above 0 was cut off.
   */
  get missingBytes(): number {
    return this.#type === undefined && this.#filled === 0 ? 0 : this.#needed - this.#filled
  }

  /**
   * Takes the next bytes of the stream and hands over each frame that they complete, in order, frames of unknown types
   * included.
   *
   * @param chunk - Any number of bytes. Payloads may be views of it.
   * @param onFrame - Called for each frame before `push` returns. Must not call `push`, and must not throw: the rest of
   * the chunk would be lost, and with it the place where the next frame begins, so that the decoder refuses to go on.
   * @throws {ProtocolError} when a frame announces a payload above the limit. The frames before it have been handed
   * over. Where the next one begins is unknown from then on: every later call throws the same error.
   * @throws {ConfigurationError} when called from `onFrame`, or after `onFrame` threw.
   */
  push(chunk: Uint8Array, onFrame: (frame: Frame) => void): void {
    if (this.#failure !== undefined) throw this.#failure
    if (this.#busy) throw refusal('push', 'was called from onFrame, or after onFrame threw')
    this.#busy = true
    let position = 0
    for (;;) {
      const end = position + this.#needed - this.#filled
      if (end > chunk.length) {
        this.#keep(chunk.subarray(position))
        this.#busy = false
        return
      }
      const part = this.#complete(chunk.subarray(position, end))
      position = end
      const type = this.#type
      if (type === undefined) this.#readHeader(part)
      else {
        this.#type = undefined
        this.#needed = frameHeaderBytes
        onFrame({ type, payload: part })
      }
    }
  }

  #readHeader(header: Uint8Array): void {
    const view = new DataView(header.buffer, header.byteOffset)
    const length = view.getUint32(4)
    if (length > this.#maxPayloadBytes) {
      this.#failure = malformed('frame', `announces ${length} bytes, more than the limit of ${this.#maxPayloadBytes}`)
      throw this.#failure
    }
    this.#type = view.getUint32(0)
    this.#needed = length
  }

  #keep(bytes: Uint8Array): void {
    const filled = this.#filled + bytes.length
    if (filled > this.#part.length) {
      const grown = new Uint8Array(Math.min(this.#needed, Math.max(filled * 2, firstBufferBytes)))
      grown.set(this.#part)
      this.#part = grown
    }
    this.#part.set(bytes, this.#filled)
    this.#filled = filled
  }

  #complete(rest: Uint8Array): Uint8Array {
    if (this.#filled === 0) return rest
    this.#keep(rest)
    const part = this.#part
    this.#part = new Uint8Array(0)
    this.#filled = 0
    return part
  }
}
