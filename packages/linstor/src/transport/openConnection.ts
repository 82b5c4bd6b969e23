import { ConnectionError, Deadline, isClientError, TimeoutError } from '@x/core-errors'
import { Connection } from '../connection/Connection.js'
import type { LinstorDuplex } from '../connection/LinstorDuplex.js'
import type { Peer } from '../connection/Peer.js'
import type { ControllerAddress } from '../uri/ControllerAddress.js'
import type { TransportSettings } from './TransportSettings.js'

/** A connection that is ready for calls. */
export interface ReadyConnection {
  readonly connection: Connection
  readonly peer: Peer
}

/**
 * Opens a connection to one controller: TCP, TLS and the version message, all within the connect timeout.
 *
 * @throws {ConnectionError | TimeoutError | ProtocolError} when it can't be had; nothing stays open then.
 */
export async function openConnection(
  address: ControllerAddress,
  settings: TransportSettings,
  signal: AbortSignal,
): Promise<ReadyConnection> {
  const { connectTimeoutMs: timeoutMs, clock } = settings
  const onTimeout = () =>
    new TimeoutError(`no connection to ${address.uri} within ${timeoutMs} ms`, { timeoutMs, retryable: true })
  using deadline = new Deadline({ timeoutMs, signal, clock, onTimeout })
  const opening = openDuplex(address, settings, deadline.signal)
  const duplex = await deadline.race(opening).catch((error: unknown) => {
    // It may be there by now, or come later all the same.
    opening.then(
      (late) => late.destroy(),
      () => {}, // it never was there
    )
    throw error
  })
  const connection = new Connection(address, duplex, settings)
  try {
    const peer = await deadline.race(connection.ready)
    await settings.introduce?.(connection, deadline)
    return { connection, peer }
  } catch (error) {
    connection.fail(isClientError(error) ? error : new ConnectionError(`connecting to ${address.uri} was given up`))
    throw error
  }
}

// The factory may be the caller's own: what it throws has to say which controller it was about.
async function openDuplex(
  address: ControllerAddress,
  settings: TransportSettings,
  signal: AbortSignal,
): Promise<LinstorDuplex> {
  try {
    return await settings.openDuplex(address, { signal })
  } catch (error) {
    if (signal.aborted || isClientError(error)) throw error
    throw new ConnectionError(`no connection to ${address.uri}: ${String(error)}`, {
      cause: error,
      mayHaveBeenSent: false,
    })
  }
}
