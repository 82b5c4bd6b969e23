import { ProtocolError } from '@x/core-errors'
import type { MessageShape } from './MessageShape.js'
import { malformed } from './malformed.js'
import { nestedFailure } from './nestedFailure.js'
import { pathOfField } from './pathOfField.js'

/**
 * What a decoder throws instead of what it caught: a ProtocolError whose path leads from the outermost message to the
 * field, for example `MsgLstRsc.resources[3].vlms[0].vlmNr`.
 *
 * @param tag - Tag of the field that was being decoded.
 * @param lists - The lists decoded so far, which tell the index of the entry that failed; those without an entry are
 * `undefined`.
 */
export function decodeFailure(
  error: unknown,
  shape: MessageShape,
  tag: number,
  lists: Readonly<Record<string, readonly unknown[] | undefined>> = {},
): ProtocolError {
  const field = shape.fields[tag >>> 3] ?? ''
  const path = pathOfField(shape, tag, field in lists ? (lists[field]?.length ?? 0) : undefined)
  return error instanceof ProtocolError && error.path !== undefined
    ? nestedFailure(malformed, path, error, error.path)
    : malformed(path, `is malformed: ${(error as Error).message}`, error)
}
