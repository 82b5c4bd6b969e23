import type { Reader } from 'protobufjs/minimal.js'

/**
 * Reads the length of a nested message and answers the position at which it ends.
 *
 * @throws {RangeError} as the reader itself does, when that is past the end of the data.
 */
export function readEnd(reader: Reader): number {
  const length = reader.uint32()
  const end = reader.pos + length
  if (end > reader.len) throw new RangeError(`length ${length} runs past the end of the data`)
  return end
}
