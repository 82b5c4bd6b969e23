import type { Writer } from 'protobufjs/minimal.js'
import { encodeFailure } from './encodeFailure.js'
import { invalidField } from './invalidField.js'

/** Writes a repeated field of nested messages. */
export function writeMessages<T>(
  writer: Writer,
  tag: number,
  values: readonly T[],
  encode: (message: T, writer: Writer) => Writer,
  path: string,
): void {
  if (!Array.isArray(values)) throw invalidField(path, values, 'a list')
  let index = 0
  try {
    for (; index < values.length; index++) encode(values[index] as T, writer.uint32(tag).fork()).ldelim()
  } catch (error) {
    throw encodeFailure(error, `${path}[${index}]`)
  }
}
