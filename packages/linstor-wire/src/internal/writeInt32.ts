import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeVarint } from './writeVarint.js'

/** Writes an int32 field after checking that the number is one. A negative one takes ten bytes. */
export function writeInt32(writer: Writer, tag: number, value: number, shape: MessageShape): void {
  if ((value | 0) !== value) throw invalidField(shape, tag, value, 'a 32-bit integer')
  if (value < 0) writer.uint32(tag).int32(value)
  else writeVarint(writer, tag, value)
}
