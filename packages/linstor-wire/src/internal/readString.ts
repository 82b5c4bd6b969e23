import type { TextReader } from './createReader.js'

const longestKept = 20
const slots = 256

/**
 * Reads a string field.
 *
 * Lists repeat property keys, names of nodes and states of volumes thousands of times, and comparing bytes with a text
 * is several times faster than making another one: short texts are looked for among those read before.
 */
export function readString(reader: TextReader): string {
  const { buf, pos, texts } = reader
  if (texts === undefined) return readText(reader)
  // So short a text has a length of one byte; what is cut off before it has none.
  const length = buf[pos] as number
  if (!(length <= longestKept)) return readText(reader)
  const start = pos + 1
  const slot = slotOf(buf, start, length)
  const known = texts[slot]
  if (known?.length === length && isAt(known, buf, start)) {
    reader.pos = start + length
    return known
  }
  const text = readText(reader)
  // Only ASCII has as many characters as bytes, and only ASCII can be compared byte by byte.
  if (text.length === length) texts[slot] = text
  return text
}

function readText(reader: TextReader): string {
  const { pos } = reader
  const text = reader.string()
  // Bytes that are not UTF-8 have become U+FFFD; only a text that contains one has to be read again, strictly.
  if (!text.includes('\uFFFD')) return text
  reader.pos = pos
  return reader.stringVerify()
}

function slotOf(bytes: Uint8Array, start: number, length: number): number {
  const first = bytes[start] as number
  const middle = bytes[start + (length >> 1)] as number
  const last = bytes[start + length - 1] as number
  return (first * 5 + middle * 17 + last * 3 + length * 29) & (slots - 1)
}

function isAt(text: string, bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) !== bytes[start + index]) return false
  }
  return true
}
