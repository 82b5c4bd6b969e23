import type { Reader, Writer } from 'protobufjs/minimal.js'
import { createWriter } from './createWriter.js'

/**
 * Skips a field that the schema does not know, and keeps a copy of it: a view would keep the whole frame in memory.
 *
 * @param start - Position of its tag.
 * @param unknown - The unknown fields before it.
 */
export function skipUnknown(reader: Reader, tag: number, start: number, unknown: Writer = createWriter()): Writer {
  reader.skipType(tag & 7, 0, tag >>> 3)
  return unknown.raw(reader.raw(start, reader.pos))
}
