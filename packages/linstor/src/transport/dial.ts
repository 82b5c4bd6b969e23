import { type ClientError, ConnectionError, isClientError } from '@x/core-errors'
import { NoControllerError } from '../errors/NoControllerError.js'
import { isVersionMismatchError } from '../errors/VersionMismatchError.js'
import type { ControllerAddress } from '../uri/ControllerAddress.js'
import { openConnection, type ReadyConnection } from './openConnection.js'
import type { TransportSettings } from './TransportSettings.js'

/**
 * Connects to the first controller that can be had: one after the other, or all at once.
 *
 * @throws {NoControllerError} when none can.
 * @throws {VersionMismatchError} at once when one answers and speaks another API version.
 */
export function dial(settings: TransportSettings, signal: AbortSignal): Promise<ReadyConnection> {
  return settings.parallelDial ? dialAll(settings, signal) : dialInOrder(settings, signal)
}

async function dialInOrder(settings: TransportSettings, signal: AbortSignal): Promise<ReadyConnection> {
  const errors: ClientError[] = []
  for (const address of settings.addresses) {
    try {
      return await openConnection(address, settings, signal)
    } catch (error) {
      signal.throwIfAborted()
      errors.push(reasonToTryAnother(error))
    }
  }
  throw new NoControllerError(errors)
}

async function dialAll(settings: TransportSettings, signal: AbortSignal): Promise<ReadyConnection> {
  const losers = new AbortController()
  const attempt = async (address: ControllerAddress): Promise<ReadyConnection> => {
    const ready = await openConnection(address, settings, AbortSignal.any([signal, losers.signal]))
    const second = new ConnectionError('another controller answered first')
    if (losers.signal.aborted) ready.connection.fail(second)
    losers.signal.throwIfAborted()
    losers.abort(second)
    return ready
  }
  const attempts = settings.addresses.map(attempt)
  try {
    return await Promise.any(attempts)
  } catch (error) {
    signal.throwIfAborted()
    throw new NoControllerError((error as AggregateError).errors.map(reasonToTryAnother))
  }
}

// What no other controller can mend is thrown on.
function reasonToTryAnother(error: unknown): ClientError {
  if (!isClientError(error) || isVersionMismatchError(error)) throw error
  if (error.kind === 'configuration' || error.kind === 'api') throw error
  return error
}
