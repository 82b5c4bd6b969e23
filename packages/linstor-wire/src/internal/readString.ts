import { ProtocolError } from '@x/core-errors'
import type { Reader } from 'protobufjs/minimal.js'
import { LenientReader } from '../LenientReader.js'

/**
 * Reads a string field. Decoders replace bytes that are not UTF-8 with U+FFFD, so only a text that contains one has to
 * be looked at again, by a decoder that refuses them. A {@link LenientReader} keeps the replacement.
 */
export function readString(reader: Reader): string {
  const start = reader.pos
  const text = reader.string()
  if (text.includes('\uFFFD') && !(reader instanceof LenientReader)) {
    const end = reader.pos
    reader.pos = start
    const bytes = reader.bytes()
    reader.pos = end
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      // What TextDecoder throws says nothing that this message does not.
      throw new ProtocolError('string is not valid UTF-8')
    }
  }
  return text
}
