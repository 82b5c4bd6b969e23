import type { Reader } from 'protobufjs/minimal.js'

/**
 * Skips a field that the schema does not know and notes where it stands.
 *
 * @param start - Position of its tag.
 * @param ranges - Start and end of all unknown fields so far; neighbors are joined.
 */
export function skipUnknown(reader: Reader, tag: number, start: number, ranges: number[] = []): number[] {
  reader.skipType(tag & 7, 0, tag >>> 3)
  if (ranges.at(-1) === start) ranges[ranges.length - 1] = reader.pos
  else ranges.push(start, reader.pos)
  return ranges
}
