import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeVarint } from './writeVarint.js'

/** Writes a uint32 field after checking that the number is one. */
export function writeUint32(writer: Writer, tag: number, value: number, shape: MessageShape): void {
  if (value >>> 0 !== value) throw invalidField(shape, tag, value, 'an unsigned 32-bit integer')
  writeVarint(writer, tag, value)
}
