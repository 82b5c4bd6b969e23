import type { HttpAnswer } from '@x/core-errors/ky'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { Route } from './Route.js'
import { requireExtension } from './requireExtension.js'
import { toBody } from './toBody.js'
import { toRequest } from './toRequest.js'

/** Performs one operation of the REST API: checks, sends, and lets `read` make sense of the answer. */
export async function call<T>(
  client: LxdClient,
  route: Route,
  parameters: object,
  options: LxdCallOptions,
  read: (answer: HttpAnswer) => T | Promise<T>,
): Promise<T> {
  const request = toRequest(client, route, parameters)
  if (route.extension !== undefined) await requireExtension(client, route.extension, route.operation, options)
  const { ifMatch, headers, ...rest } = options
  const { path, body } = request
  return client.transport.send({
    ...rest,
    operation: route.operation,
    method: route.method,
    path,
    ...(body === undefined ? {} : { body: toBody(body) }),
    headers: { ...headers, ...request.headers, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
    idempotent: route.idempotent,
    read,
  })
}
