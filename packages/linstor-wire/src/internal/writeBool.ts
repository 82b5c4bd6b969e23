import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'

/** Writes a bool field. */
export function writeBool(writer: Writer, tag: number, value: boolean, path: string): void {
  if (typeof value !== 'boolean') throw invalidField(path, value, 'true or false')
  writer.uint32(tag).bool(value)
}
