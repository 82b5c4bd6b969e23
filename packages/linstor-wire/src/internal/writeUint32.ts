import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'

/** Writes an uint32 field after checking that the number is one. */
export function writeUint32(writer: Writer, tag: number, value: number, path: string): void {
  if (value >>> 0 !== value) throw invalidField(path, value, 'an unsigned 32-bit integer')
  writer.uint32(tag).uint32(value)
}
