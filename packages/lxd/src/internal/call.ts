import type { HttpAnswer } from '@x/core-errors/http'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { guardUpload } from './guardUpload.js'
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
  const { ifMatch, headers, signal, timeoutMs, requestId, retry } = options
  const { path, body } = request
  const http = {
    signal,
    timeoutMs,
    requestId,
    retry,
    operation: route.operation,
    method: route.method,
    path,
    headers: { ...headers, ...request.headers, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
    idempotent: route.idempotent,
    read,
  }
  if (!request.isUpload)
    return client.transport.send({ ...http, ...(body === undefined ? {} : { body: toBody(body) }) })
  using upload = guardUpload(body ?? '', route.operation, timeoutMs ?? client.config.timeoutMs, signal)
  const type = upload.contentType === null ? {} : { 'content-type': upload.contentType }
  const bounds = { timeoutMs: Number.POSITIVE_INFINITY, signal: upload.signal }
  return await client.transport.send({ ...http, ...bounds, headers: { ...http.headers, ...type }, body: upload.stream })
}
