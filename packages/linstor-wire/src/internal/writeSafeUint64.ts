import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import { writeBits } from './writeBits.js'

/** Writes a uint64 field whose schema says `jstype = JS_NUMBER`. */
export function writeSafeUint64(writer: Writer, tag: number, value: number, path: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw invalidField(path, value, 'an integer from 0 to 2^53 - 1')
  writeBits(writer.uint32(tag), BigInt(value))
}
