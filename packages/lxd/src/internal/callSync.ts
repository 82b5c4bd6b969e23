import type * as z from 'zod/mini'
import { rememberEtag } from '../etagOf.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { call } from './call.js'
import { parseWith } from './parseWith.js'
import type { Route } from './Route.js'
import { readEnvelope } from './readEnvelope.js'

/** Performs an operation that answers data, and reads it with a schema. */
export const callSync = <T>(
  client: LxdClient,
  route: Route,
  parameters: object,
  options: LxdCallOptions,
  schema: z.ZodMiniType<T>,
): Promise<T> =>
  call(client, route, parameters, options, async (answer) => {
    const { metadata } = await readEnvelope(answer)
    return rememberEtag(parseWith(schema, metadata, 'metadata', answer), answer.headers.get('etag'))
  })
