import type { Writer } from 'protobufjs/minimal.js'
import { putVarint } from './putVarint.js'
import { reserve } from './reserve.js'

/** Writes a field that is a varint of up to 32 bits. */
export function writeVarint(writer: Writer, tag: number, value: number): void {
  reserve(writer, 10)
  writer.pos = putVarint(writer.buf, putVarint(writer.buf, writer.pos, tag), value)
}
