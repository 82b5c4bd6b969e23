import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeBits } from './writeBits.js'

/** Writes an int64 field after checking its range. */
export function writeInt64(writer: Writer, tag: number, value: bigint, shape: MessageShape): void {
  if (typeof value !== 'bigint') throw invalidField(shape, tag, value, 'a bigint')
  const number = Number(value)
  if (number < 0 || number >= 2 ** 53) {
    if (BigInt.asIntN(64, value) !== value) throw invalidField(shape, tag, value, 'a signed 64-bit number')
    writeBits(writer, tag, BigInt.asUintN(64, value))
  } else writeBits(writer, tag, value, number)
}
