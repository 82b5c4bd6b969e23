import type { Writer } from 'protobufjs/minimal.js'
import type { MessageShape } from './MessageShape.js'
import { refusal } from './refusal.js'

/** Writes the unknown fields that a message kept: after the known ones, where protobuf libraries put them. */
export function writeUnknown(writer: Writer, fields: Uint8Array, { name }: MessageShape): void {
  if (!(fields instanceof Uint8Array)) throw refusal(name, 'unknown fields must be bytes')
  writer.raw(fields)
}
