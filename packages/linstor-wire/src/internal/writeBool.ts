import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeVarint } from './writeVarint.js'

/** Writes a bool field. */
export function writeBool(writer: Writer, tag: number, value: boolean, shape: MessageShape): void {
  if (typeof value !== 'boolean') throw invalidField(shape, tag, value, 'true or false')
  writeVarint(writer, tag, value ? 1 : 0)
}
