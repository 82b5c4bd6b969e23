/** Masks, or unmasks, the payload of a WebSocket frame in place. @see RFC 6455, section 5.3 */
export function applyMask(payload: Uint8Array, mask: Uint8Array): void {
  const length = payload.byteLength
  for (let index = 0; index < length; index++) payload[index] = (payload[index] ?? 0) ^ (mask[index & 3] ?? 0)
}
