/**
 * Writes one final WebSocket frame as a client must: masked.
 *
 * @param opcode - 1 text, 2 binary, 8 close, 9 ping, 10 pong.
 * @see RFC 6455, section 5.2
 */
export function encodeFrame(opcode: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = payload.byteLength
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = new Uint8Array(6 + extended + length)
  const view = new DataView(frame.buffer)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (extended === 0 ? length : extended === 2 ? 126 : 127)
  if (extended === 2) view.setUint16(2, length)
  if (extended === 8) view.setBigUint64(2, BigInt(length))
  const mask = crypto.getRandomValues(frame.subarray(2 + extended, 6 + extended))
  const start = 6 + extended
  for (let index = 0; index < length; index++) frame[start + index] = (payload[index] ?? 0) ^ (mask[index & 3] ?? 0)
  return frame
}
