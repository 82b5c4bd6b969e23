import { operationWebsocketGet } from '../actions/operationWebsocketGet.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWebSocket } from '../websocket/LxdWebSocket.js'

/**
 * Opens the sockets of an operation, all at once: servers give up on those that are not there after 5 s.
 *
 * @param secrets - By the names of the sockets.
 * @throws what the first failure was, after every socket that was opened has been closed.
 */
export async function connectSockets<Name extends string>(
  client: LxdClient,
  operationId: string,
  secrets: Readonly<Record<Name, string>>,
  { signal, timeoutMs, requestId, headers }: LxdCallOptions = {},
): Promise<Record<Name, LxdWebSocket>> {
  const options = { signal, timeoutMs, requestId, headers }
  const opened = await Promise.allSettled(
    Object.entries<string>(secrets).map(async ([name, secret]) => {
      const socket = await operationWebsocketGet(client, { id: operationId, secret }, options)
      return [name, socket] as const
    }),
  )
  const failure = opened.find((result) => result.status === 'rejected')
  const sockets = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  if (failure === undefined) return Object.fromEntries(sockets) as Record<Name, LxdWebSocket>
  await Promise.all(sockets.map(([, socket]) => socket.close()))
  throw failure.reason
}
