import type { Writer } from 'protobufjs/minimal.js'
import { encodeFailure } from './encodeFailure.js'

/** Writes a nested message with its tag and length. */
export function writeMessage<T>(
  writer: Writer,
  tag: number,
  value: T,
  encode: (message: T, writer: Writer) => Writer,
  path: string,
): void {
  try {
    encode(value, writer.uint32(tag).fork()).ldelim()
  } catch (error) {
    throw encodeFailure(error, path)
  }
}
