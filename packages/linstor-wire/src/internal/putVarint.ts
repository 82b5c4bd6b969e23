/** Puts an unsigned 32-bit number into a buffer that has room for it, and answers the position after it. */
export function putVarint(buf: Uint8Array, pos: number, value: number): number {
  let rest = value
  let at = pos
  while (rest > 127) {
    buf[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  buf[at++] = rest
  return at
}
