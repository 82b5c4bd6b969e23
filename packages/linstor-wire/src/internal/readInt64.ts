import type { Reader } from 'protobufjs/minimal.js'
import { readUint64 } from './readUint64.js'

/** Reads an int64 field: two's complement. */
export const readInt64 = (reader: Reader): bigint => BigInt.asIntN(64, readUint64(reader))
