import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeString } from './writeString.js'

/** Writes a repeated string field. */
export function writeStrings(writer: Writer, tag: number, values: readonly string[], shape: MessageShape): void {
  if (!Array.isArray(values)) throw invalidField(shape, tag, values, 'a list')
  for (let index = 0; index < values.length; index++) writeString(writer, tag, values[index] as string, shape, index)
}
