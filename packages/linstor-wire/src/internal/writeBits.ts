import type { Writer } from 'protobufjs/minimal.js'

// What protobufjs takes for a 64-bit number besides one that loses digits. Reused: the writer keeps no reference.
const bits = { low: 0, high: 0, unsigned: true }

/** Writes an unsigned 64-bit number as a varint. */
export function writeBits(writer: Writer, value: bigint): void {
  if (value <= 0xffff_ffffn) writer.uint32(Number(value))
  else {
    bits.low = Number(value & 0xffff_ffffn) | 0
    bits.high = Number(value >> 32n) | 0
    writer.uint64(bits)
  }
}
