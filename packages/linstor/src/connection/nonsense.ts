import { type ClientError, isProtocolError, ProtocolError } from '@x/core-errors'
import { isVersionMismatchError } from '../errors/VersionMismatchError.js'
import type { ControllerAddress } from '../uri/ControllerAddress.js'

/** What a connection ends with when its bytes can't be understood: where the next frame begins is unknown then. */
export function nonsense({ uri }: ControllerAddress, error: unknown): ClientError {
  if (isVersionMismatchError(error)) return error
  const path = isProtocolError(error) ? error.path : undefined
  const reason = error instanceof Error ? error.message : String(error)
  return new ProtocolError(`connection to ${uri} ended: ${reason}`, { cause: error, path })
}
