import type { Writer } from 'protobufjs/minimal.js'
import { writeVarint } from './writeVarint.js'

/**
 * Writes a field that is a varint of up to 64 bits.
 *
 * @param number - The same value, rounded: exact where it is small.
 */
export function writeBits(writer: Writer, tag: number, value: bigint, number = Number(value)): void {
  if (number <= 0xffff_ffff) writeVarint(writer, tag, number)
  else {
    const low = Number(BigInt.asUintN(32, value)) | 0
    // The one form in which protobufjs takes a 64-bit number without rounding it and without its Long class.
    writer.uint32(tag).uint64({ low, high: Number(value >> 32n) | 0, unsigned: true })
  }
}
