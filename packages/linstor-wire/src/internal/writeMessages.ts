import type { Writer } from 'protobufjs/minimal.js'
import { encodeFailure } from './encodeFailure.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { putVarint } from './putVarint.js'
import { reserve } from './reserve.js'
import { sizeOfVarint } from './sizeOfVarint.js'

/**
 * Writes a repeated field of nested messages. The length before each is only known afterwards; as entries of a list are
 * of like size, it is given as many bytes as it took before, and the entry is moved when that was wrong.
 */
export function writeMessages<T>(
  writer: Writer,
  tag: number,
  values: readonly T[],
  shape: MessageShape,
  encode: (message: T, writer: Writer) => Writer,
): void {
  if (!Array.isArray(values)) throw invalidField(shape, tag, values, 'a list')
  let index = 0
  let room = 1
  try {
    for (; index < values.length; index++) {
      reserve(writer, 10)
      const lengthAt = putVarint(writer.buf, writer.pos, tag)
      const start = lengthAt + room
      writer.pos = start
      encode(values[index] as T, writer)
      const length = writer.pos - start
      const needed = sizeOfVarint(length)
      if (needed !== room) {
        reserve(writer, needed)
        writer.buf.copyWithin(lengthAt + needed, start, writer.pos)
        writer.pos += needed - room
        room = needed
      }
      putVarint(writer.buf, lengthAt, length)
    }
  } catch (error) {
    throw encodeFailure(error, shape, tag, index)
  }
}
