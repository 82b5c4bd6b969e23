import { createRequestId } from '@x/core-errors'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWebSocket } from '../websocket/LxdWebSocket.js'
import type { Route } from './Route.js'
import { toRequest } from './toRequest.js'

/** Opens the WebSocket that an operation answers with. */
export async function callWebSocket(
  client: LxdClient,
  route: Route,
  parameters: object,
  options: LxdCallOptions,
): Promise<LxdWebSocket> {
  const { path } = toRequest(client, route, parameters)
  const { requestId = createRequestId(), signal, timeoutMs, headers } = options
  return client.transport.openWebSocket({ operation: route.operation, requestId, path, signal, timeoutMs, headers })
}
