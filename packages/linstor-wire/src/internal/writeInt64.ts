import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import { writeBits } from './writeBits.js'

/** Writes an int64 field after checking its range. */
export function writeInt64(writer: Writer, tag: number, value: bigint, path: string): void {
  if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) {
    throw invalidField(path, value, 'a signed 64-bit bigint')
  }
  writeBits(writer.uint32(tag), BigInt.asUintN(64, value))
}
