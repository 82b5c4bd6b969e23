import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeVarint } from './writeVarint.js'

/** Writes a sint32 field, zigzag, after checking that the number is one. */
export function writeSint32(writer: Writer, tag: number, value: number, shape: MessageShape): void {
  if ((value | 0) !== value) throw invalidField(shape, tag, value, 'a 32-bit integer')
  writeVarint(writer, tag, ((value << 1) ^ (value >> 31)) >>> 0)
}
