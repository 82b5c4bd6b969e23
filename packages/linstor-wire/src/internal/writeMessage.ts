import type { Writer } from 'protobufjs/minimal.js'
import { encodeFailure } from './encodeFailure.js'
import { invalidField } from './invalidField.js'
import type { MessageShape } from './MessageShape.js'

/** Writes a nested message with its tag and length. */
export function writeMessage<T>(
  writer: Writer,
  tag: number,
  value: T,
  shape: MessageShape,
  encode: (message: T, writer: Writer) => Writer,
): void {
  if (value === undefined) throw invalidField(shape, tag, value, 'an object')
  try {
    encode(value, writer.uint32(tag).fork()).ldelim()
  } catch (error) {
    throw encodeFailure(error, shape, tag)
  }
}
