import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'
import { operation } from '../schemas/Operation.js'
import { call } from './call.js'
import { parseWith } from './parseWith.js'
import type { Route } from './Route.js'
import { readEnvelope } from './readEnvelope.js'

/** Performs an operation that changes something: done at once by some servers, an operation to wait for on others. */
export const callChange = (
  client: LxdClient,
  route: Route,
  parameters: object,
  options: LxdCallOptions,
): Promise<LxdChange> =>
  call(client, route, parameters, options, async (answer) => {
    const envelope = await readEnvelope(answer)
    return {
      operation: envelope.type === 'async' ? parseWith(operation, envelope.metadata, 'metadata', answer) : undefined,
      location: answer.headers.get('location') ?? undefined,
    }
  })
