import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'

/** Writes an int32 field after checking that the number is one. */
export function writeInt32(writer: Writer, tag: number, value: number, path: string): void {
  if ((value | 0) !== value) throw invalidField(path, value, 'a 32-bit integer')
  writer.uint32(tag).int32(value)
}
