import { isProtocolError, ProtocolError } from '@x/core-errors'

/**
 * What a decoder throws instead of what it caught: a ProtocolError whose path leads from the outermost message to the
 * field, for example `MsgLstRsc.resources[3].vlms[0].vlmNr`.
 *
 * @param message - Name of the message that was being decoded.
 * @param field - Name of the field that was being decoded, or `undefined` for one that the schema does not know.
 * @param lists - The lists decoded so far, which tell the index of the entry that failed.
 */
export function decodeFailure(
  error: unknown,
  message: string,
  field: string | undefined,
  lists: Readonly<Record<string, readonly unknown[]>> = {},
): ProtocolError {
  const list = field === undefined ? undefined : lists[field]
  const here = `${message}.${field ?? '?'}${list === undefined ? '' : `[${list.length}]`}`
  const inner = isProtocolError(error) ? error.path : undefined
  const path = inner === undefined ? here : here + inner.slice(inner.indexOf('.'))
  if (!isProtocolError(error)) {
    const reason = error instanceof RangeError ? 'the data ends within the field' : 'the field is malformed'
    return new ProtocolError(`${path}: ${reason}`, { path, cause: error })
  }
  const reason = inner === undefined ? error.message : error.message.slice(inner.length + 2)
  return new ProtocolError(`${path}: ${reason}`, { path, cause: error.cause })
}
