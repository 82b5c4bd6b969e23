import { applyMask } from './applyMask.js'

/**
 * Writes one final WebSocket frame: masked, as a client must, or plain, as a server must.
 *
 * @param opcode - 1 text, 2 binary, 8 close, 9 ping, 10 pong.
 * @see RFC 6455, section 5.2
 */
export function encodeFrame(opcode: number, payload: Uint8Array, masked = true): Uint8Array<ArrayBuffer> {
  const length = payload.byteLength
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const start = (masked ? 6 : 2) + extended
  const frame = new Uint8Array(start + length)
  const view = new DataView(frame.buffer)
  frame[0] = 0x80 | opcode
  frame[1] = (masked ? 0x80 : 0) | (extended === 0 ? length : extended === 2 ? 126 : 127)
  if (extended === 2) view.setUint16(2, length)
  if (extended === 8) view.setBigUint64(2, BigInt(length))
  frame.set(payload, start)
  if (masked) applyMask(frame.subarray(start), crypto.getRandomValues(frame.subarray(start - 4, start)))
  return frame
}
