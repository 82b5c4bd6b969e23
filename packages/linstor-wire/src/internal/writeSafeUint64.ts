import type { Writer } from 'protobufjs/minimal.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'
import { writeBits } from './writeBits.js'

/** Writes a uint64 field whose schema says `jstype = JS_NUMBER`. */
export function writeSafeUint64(writer: Writer, tag: number, value: number, shape: MessageShape): void {
  if (!Number.isSafeInteger(value) || value < 0) throw invalidField(shape, tag, value, 'an integer from 0 to 2^53 - 1')
  writeBits(writer, tag, BigInt(value), value)
}
