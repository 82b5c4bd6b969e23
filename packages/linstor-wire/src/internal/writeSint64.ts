import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeBits } from './writeBits.js'

/** Writes a sint64 field, zigzag, after checking its range. */
export function writeSint64(writer: Writer, tag: number, value: bigint, shape: MessageShape): void {
  if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) {
    throw invalidField(shape, tag, value, 'a signed 64-bit bigint')
  }
  writeBits(writer, tag, value < 0n ? -value * 2n - 1n : value * 2n)
}
