import type { Writer } from 'protobufjs/minimal.js'
import { unknownFields } from '../unknownFields.js'
import { createReader } from './createReader.js'
import { createWriter } from './createWriter.js'
import { invalidField } from './invalidField.js'

/**
 * Encodes a message that keeps unknown fields: they are put between the known ones in ascending order of their
 * numbers, which is where every protobuf library writes them.
 */
export function encodeUnknown<T extends { [unknownFields]?: Uint8Array | undefined }>(
  encode: (message: T, writer: Writer) => Writer,
  message: T,
  writer: Writer,
  name: string,
): Writer {
  const unknown = message[unknownFields]
  if (!(unknown instanceof Uint8Array)) throw invalidField(`${name}.unknownFields`, unknown ?? null, 'bytes')
  const known = encode({ ...message, [unknownFields]: undefined }, createWriter()).finish()
  const fields = [...splitFields(known), ...splitFields(unknown)].sort((one, other) => one.number - other.number)
  for (const field of fields) writer.raw(field.bytes)
  return writer
}

function splitFields(bytes: Uint8Array): { number: number; bytes: Uint8Array }[] {
  const reader = createReader(bytes)
  const fields = []
  while (reader.pos < reader.len) {
    const start = reader.pos
    const tag = reader.uint32()
    reader.skipType(tag & 7, 0, tag >>> 3)
    fields.push({ number: tag >>> 3, bytes: bytes.subarray(start, reader.pos) })
  }
  return fields
}
