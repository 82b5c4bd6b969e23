import { isNodeBuffer } from './isNodeBuffer.js'

// Below this many UTF-16 units a loop is faster than a call into native code.
const shortestNative = 8

/**
 * Puts a text into a buffer that has room for it. Node encodes natively, in a third of the time that a loop takes for a
 * UUID; elsewhere only ASCII is done here.
 *
 * @returns How many bytes it took, -1 for what has to be done elsewhere. A lone surrogate is not noticed, but gives
 * another number of bytes than the text has units.
 */
export function putText(buf: Uint8Array, pos: number, text: string): number {
  const { length } = text
  if (length >= shortestNative && isNodeBuffer(buf)) return buf.utf8Write(text, pos)
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index)
    if (unit > 127) return -1
    buf[pos + index] = unit
  }
  return length
}
