import type { Reader } from 'protobufjs/minimal.js'
import { readUint64 } from './readUint64.js'

/** Reads an int64 field: two's complement. */
export function readInt64(reader: Reader): bigint {
  const value = readUint64(reader)
  return value > 0x7fff_ffff_ffff_ffffn ? BigInt.asIntN(64, value) : value
}
