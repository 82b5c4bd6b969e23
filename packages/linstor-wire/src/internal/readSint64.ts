import type { Reader } from 'protobufjs/minimal.js'
import { readUint64 } from './readUint64.js'

/** Reads a sint64 field: zigzag. */
export function readSint64(reader: Reader): bigint {
  const value = readUint64(reader)
  return (value & 1n) === 0n ? value >> 1n : -((value + 1n) >> 1n)
}
