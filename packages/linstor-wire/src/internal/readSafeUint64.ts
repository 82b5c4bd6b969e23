import { ProtocolError } from '@x/core-errors'
import type { Reader } from 'protobufjs/minimal.js'
import { readUint64 } from './readUint64.js'

/** Reads a uint64 field whose schema says `jstype = JS_NUMBER`. A number that would lose digits is refused. */
export function readSafeUint64(reader: Reader): number {
  const value = readUint64(reader)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ProtocolError(`number ${value} is above 2^53 - 1`)
  return Number(value)
}
