import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import { writeBits } from './writeBits.js'

/** Writes a uint64 field after checking its range. */
export function writeUint64(writer: Writer, tag: number, value: bigint, path: string): void {
  if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value) {
    throw invalidField(path, value, 'an unsigned 64-bit bigint')
  }
  writeBits(writer.uint32(tag), value)
}
