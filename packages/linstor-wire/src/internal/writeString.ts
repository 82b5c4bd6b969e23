import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { putText } from './putText.js'
import { putVarint } from './putVarint.js'
import { reserve } from './reserve.js'

// Up to this many UTF-16 units the length of the text fits into one byte, whatever it consists of.
const longestShort = 42

/** Writes a string field as UTF-8. A lone surrogate has no UTF-8 form and is refused. */
export function writeString(writer: Writer, tag: number, value: string, shape: MessageShape, index?: number): void {
  if (typeof value !== 'string') throw invalidField(shape, tag, value, 'a string', index)
  if (value.length <= longestShort) {
    reserve(writer, value.length * 3 + 6)
    const { buf } = writer
    const lengthAt = putVarint(buf, writer.pos, tag)
    const bytes = putText(buf, lengthAt + 1, value)
    if (bytes === value.length || (bytes > 0 && value.isWellFormed())) {
      buf[lengthAt] = bytes
      writer.pos = lengthAt + 1 + bytes
      return
    }
  }
  if (!value.isWellFormed()) throw invalidField(shape, tag, value, 'a string without lone surrogates', index)
  writer.uint32(tag).string(value)
}
