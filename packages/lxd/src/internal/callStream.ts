import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdDownload } from '../LxdDownload.js'
import { call } from './call.js'
import type { Route } from './Route.js'
import { throwIfRefused } from './throwIfRefused.js'

/** Performs an operation that answers bytes; they are read by the caller, as they arrive. */
export const callStream = (
  client: LxdClient,
  route: Route,
  parameters: object,
  options: LxdCallOptions,
): Promise<LxdDownload> =>
  call(client, route, parameters, options, async (answer) => {
    await throwIfRefused(answer)
    const size = answer.headers.get('content-length')
    const { stream, fill } = answer.body()
    return {
      status: answer.status,
      headers: answer.headers,
      size: size === null ? undefined : Number(size),
      stream,
      readInto: fill,
    }
  })
