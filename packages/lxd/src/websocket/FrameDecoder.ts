import { ProtocolError } from '@x/core-errors'
import { applyMask } from './applyMask.js'

/** One WebSocket frame, its mask removed. */
export interface Frame {
  final: boolean
  /** 0 continuation, 1 text, 2 binary, 8 close, 9 ping, 10 pong. */
  opcode: number
  payload: Uint8Array<ArrayBuffer>
}

const longestHeader = 10
const longestControl = 125

/**
 * Cuts a stream of bytes, split anywhere, into WebSocket frames.
 *
 * @see RFC 6455, section 5.2
 */
export class FrameDecoder {
  readonly #maxPayload: number
  readonly #masked: boolean
  #chunks: Uint8Array<ArrayBuffer>[] = []
  #length = 0

  /**
   * @param maxPayload - Upper bound of one frame, in bytes.
   * @param masked - Whether frames must be masked, as those of clients are, or must not, as those of servers.
   */
  constructor(maxPayload: number, masked = false) {
    this.#maxPayload = maxPayload
    this.#masked = masked
  }

  /** Takes the next bytes and answers the frames that are complete by now. @throws {ProtocolError} */
  *push(chunk: Uint8Array<ArrayBuffer>): Generator<Frame> {
    // Plain bytes, whatever the stream hands out: Node's Buffer has another `slice`.
    this.#chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    this.#length += chunk.byteLength
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) yield frame
  }

  #next(): Frame | undefined {
    if (this.#length < 2) return undefined
    const head = this.#peek(Math.min(longestHeader, this.#length))
    const first = head[0] ?? 0
    const second = head[1] ?? 0
    const opcode = first & 0x0f
    const size = payloadSize(head, second & 0x7f)
    if (size === undefined) return undefined
    const [headerEnd, length] = size
    const start = headerEnd + (this.#masked ? 4 : 0)
    if ((first & 0x70) !== 0) throw new ProtocolError('WebSocket: a frame with a reserved bit that was not agreed on')
    if (((second & 0x80) !== 0) !== this.#masked) {
      throw new ProtocolError(
        `WebSocket: ${this.#masked ? 'an unmasked frame from the client' : 'a masked frame from the server'}`,
      )
    }
    if (length > this.#maxPayload) {
      throw new ProtocolError(
        `WebSocket: a frame of ${length} bytes; raise maxMessageBytes (${this.#maxPayload}) if that is expected`,
      )
    }
    if (opcode >= 8 && (length > longestControl || (first & 0x80) === 0)) {
      throw new ProtocolError(`WebSocket: a control frame of ${length} bytes, or in pieces`)
    }
    if (this.#length < start + length) return undefined
    const whole = this.#take(start + length)
    const payload = whole.subarray(start)
    if (this.#masked) applyMask(payload, whole.subarray(headerEnd, start))
    return { final: (first & 0x80) !== 0, opcode, payload }
  }

  #peek(count: number): Uint8Array<ArrayBuffer> {
    const [first] = this.#chunks
    if (first !== undefined && first.byteLength >= count) return first
    return this.#joined()
  }

  // Usually one chunk holds the frame, which is then a view of it; else the pieces are copied together, once.
  #take(count: number): Uint8Array<ArrayBuffer> {
    const [first] = this.#chunks
    const from = first !== undefined && first.byteLength >= count ? first : this.#joined()
    if (from.byteLength === count) this.#chunks.shift()
    else this.#chunks[0] = from.subarray(count)
    this.#length -= count
    return from.subarray(0, count)
  }

  #joined(): Uint8Array<ArrayBuffer> {
    if (this.#chunks.length === 1 && this.#chunks[0] !== undefined) return this.#chunks[0]
    const all = new Uint8Array(this.#length)
    let offset = 0
    for (const chunk of this.#chunks) {
      all.set(chunk, offset)
      offset += chunk.byteLength
    }
    this.#chunks = [all]
    return all
  }
}

// Where the payload starts and how long it is; `undefined` when the header is not complete.
function payloadSize(head: Uint8Array, short: number): [start: number, length: number] | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (short < 126) return [2, short]
  if (short === 126) return head.byteLength < 4 ? undefined : [4, view.getUint16(2)]
  return head.byteLength < 10 ? undefined : [10, Number(view.getBigUint64(2))]
}
