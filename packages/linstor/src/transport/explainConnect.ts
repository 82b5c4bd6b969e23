import { type ClientErrorDetails, ConnectionError } from '@x/core-errors'
import { isNoControllerError, NoControllerError } from '../errors/NoControllerError.js'
import { isVersionMismatchError, VersionMismatchError } from '../errors/VersionMismatchError.js'

/** The error of one call for the failure of a connection attempt, which several calls may have waited for. */
export function explainConnect(error: unknown, call: ClientErrorDetails): unknown {
  if (isNoControllerError(error)) return new NoControllerError(error.errors, call)
  if (isVersionMismatchError(error)) {
    const { uri, client, controller, controllerInfo } = error
    return new VersionMismatchError({ ...call, uri, client, controller, controllerInfo })
  }
  if (!(error instanceof ConnectionError)) return error
  const { retryable, code } = error
  return new ConnectionError(`${call.operation}: ${error.message}`, {
    ...call,
    cause: error,
    code,
    retryable,
    mayHaveBeenSent: false,
  })
}
