import type { Reader } from 'protobufjs/minimal.js'
import { unknownFields } from '../unknownFields.js'

/** Gives a decoded message a copy of its unknown fields; a view would keep the whole frame in memory. */
export function attachUnknown<T extends { [unknownFields]?: Uint8Array | undefined }>(
  message: T,
  reader: Reader,
  ranges: readonly number[],
): T {
  let size = 0
  for (let index = 0; index < ranges.length; index += 2) size += (ranges[index + 1] ?? 0) - (ranges[index] ?? 0)
  const bytes = new Uint8Array(size)
  let at = 0
  for (let index = 0; index < ranges.length; index += 2) {
    const part = reader.buf.subarray(ranges[index], ranges[index + 1])
    bytes.set(part, at)
    at += part.length
  }
  message[unknownFields] = bytes
  return message
}
