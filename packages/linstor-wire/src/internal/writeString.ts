import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'

/** Writes a string field as UTF-8. A lone surrogate has no UTF-8 form and is refused. */
export function writeString(writer: Writer, tag: number, value: string, path: string): void {
  if (typeof value !== 'string') throw invalidField(path, value, 'a string')
  if (!value.isWellFormed()) throw invalidField(path, value, 'a string without lone surrogates')
  writer.uint32(tag).string(value)
}
