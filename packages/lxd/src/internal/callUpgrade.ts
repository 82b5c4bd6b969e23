import { createRequestId } from '@x/core-errors'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUpgrade } from '../transport/LxdUpgrade.js'
import type { Route } from './Route.js'
import { toRequest } from './toRequest.js'

/** Leaves HTTP for the protocol that the last segment of the path names. */
export async function callUpgrade(
  client: LxdClient,
  route: Route,
  parameters: object,
  options: LxdCallOptions,
): Promise<LxdUpgrade> {
  const { path } = toRequest(client, route, parameters)
  const protocol = route.path.slice(route.path.lastIndexOf('/') + 1)
  const { requestId = createRequestId(), signal, timeoutMs, headers } = options
  const call = { operation: route.operation, requestId, path, signal, timeoutMs, headers }
  return client.transport.upgrade(call, protocol)
}
