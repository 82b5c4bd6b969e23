import { toClientError } from '@x/core-errors/http'
import { toApiError } from '../../errors/toApiError.js'
import type { LxdConnectCall } from '../../transport/LxdTransport.js'
import type { LxdWebSocket } from '../../websocket/LxdWebSocket.js'
import { createSocketPair } from './createSocketPair.js'
import { upgradeRequest } from './upgradeRequest.js'
import { upgrades } from './upgrades.js'

/** Opens a WebSocket to the fake without a network. @throws {LxdApiError} when it refuses. */
export async function openInMemory(
  fetch: typeof globalThis.fetch,
  url: string,
  call: LxdConnectCall,
): Promise<LxdWebSocket> {
  const { operation, requestId, signal } = call
  const context = { operation, requestId, attempts: 1, method: 'GET', url: url.split('?')[0] ?? url }
  let answer: Response
  try {
    answer = await fetch(upgradeRequest(url.replace(/^ws/, 'http'), signal))
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw toClientError(error, context)
  }
  const run = upgrades.get(answer)
  if (run === undefined) {
    const { status, headers } = answer
    throw toApiError({ status, headers, context }, await answer.text())
  }
  const { client, server } = createSocketPair()
  run(server)
  return client
}
