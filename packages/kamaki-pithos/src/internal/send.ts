import type { HttpCallOptions } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import type { Query, SynnefoRequest } from '@x/kamaki-astakos/http'
import type { PithosClient } from '../createPithosClient.js'
import { type Level, type ResolvedTarget, resolveTarget } from './resolveTarget.js'
import type { ObjectTarget } from './Target.js'
import { toPithosError } from './toPithosError.js'

/** One request to the object store. */
export interface PithosRequest
  extends Omit<HttpCallOptions, 'headers'>,
    Pick<SynnefoRequest, 'operation' | 'method' | 'body' | 'idempotent' | 'retry' | 'shouldRetry' | 'defaultFetch'> {
  level: Level
  /** Whatever of these the caller named; other members are not looked at. */
  target: Partial<ObjectTarget>
  query?: Query | undefined
  /** What is `undefined` is not sent. */
  headers?: Readonly<Record<string, string | undefined>> | undefined
  /** The statuses that mean success. */
  success: readonly number[]
}

/**
 * Sends a request and reads its answer.
 *
 * @throws {ConfigurationError} before anything is sent, when a name or a header can't be.
 * @throws {SynnefoApiError} of the class that the status has.
 */
export async function send<T>(
  client: PithosClient,
  request: PithosRequest,
  read: (answer: HttpAnswer, target: ResolvedTarget) => T | Promise<T>,
): Promise<T> {
  const { level, target: named, headers = {}, ...rest } = request
  const target = await resolveTarget(client, level, named, request)
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const what = [target.container, target.obj].filter((part) => part !== '').join('/') || target.account
  return client.session.request({
    ...rest,
    service: 'object-store',
    path: target.path,
    headers: Object.fromEntries(given),
    toError: (details) => toPithosError(details, what),
    read: (answer) => read(answer, target),
  })
}
