import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { call } from './call.js'
import type { Route } from './Route.js'
import { throwIfRefused } from './throwIfRefused.js'

/** Performs an operation that answers text and no envelope. */
export const callText = (
  client: LxdClient,
  route: Route,
  parameters: object,
  options: LxdCallOptions,
): Promise<string> =>
  call(client, route, parameters, options, async (answer) => {
    await throwIfRefused(answer)
    return answer.text()
  })
