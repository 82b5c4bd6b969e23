import { ProtocolError } from '@x/core-errors'
import type { CallContext } from '@x/core-errors/ky'
import type { StorPoolClient } from '../createStorPoolClient.js'
import { StorPoolReplyError } from '../errors.js'
import { rememberIssues } from '../issuesOf.js'
import type { FoundIssue } from '../reader/Issue.js'
import type { AnyCallOptions, Reply, StorPoolCallOptions } from '../StorPoolCallOptions.js'
import type { ApiCall } from './ApiCall.js'
import { prepareRequest } from './prepareRequest.js'
import { readEnvelope } from './readEnvelope.js'
import { shouldRetry } from './shouldRetry.js'

export type { ApiCall } from './ApiCall.js'

/** Makes a call: checks the parameters, sends, retries, and reads the answer the way the options ask for. */
export async function callApi<T, O extends AnyCallOptions>(
  { config, transport }: StorPoolClient,
  call: ApiCall<T>,
  parameters: object | undefined,
  options?: O,
): Promise<Reply<T, O>> {
  const given: AnyCallOptions = options ?? {}
  const { clusterName, multiCluster = config.multiCluster, retryLostPosts = config.retryLostPosts, ...http } = given
  const { operation, method, idempotent } = call
  const { target, body } = prepareRequest(call, parameters, { clusterName, multiCluster })
  return transport<Reply<T, O>>({
    ...http,
    operation,
    method,
    idempotent,
    url: config.url + target,
    body,
    headers: { ...http.headers, 'accept-encoding': 'identity', ...(body && { 'content-type': 'application/json' }) },
    shouldRetry: (error) => shouldRetry(error, idempotent || retryLostPosts),
    read: async (answer) => {
      const data = await readEnvelope(answer)
      const { validation = config.validation } = given
      const value = validation === 'raw' ? data : check(call, data, answer.context, { ...config, ...given, validation })
      return value as Reply<T, O>
    },
  })
}

function check<T>(
  { operation, answer }: ApiCall<T>,
  data: unknown,
  context: CallContext,
  { validation, onIssues }: Pick<StorPoolCallOptions, 'onIssues' | 'validation'>,
): T {
  const issues: FoundIssue[] = []
  const value = answer(data, issues)
  const [first] = issues
  if (first === undefined) return value
  const path = `data${first.path && !first.path.startsWith('[') ? '.' : ''}${first.path}`
  const more = issues.length === 1 ? '' : `, and ${issues.length - 1} more`
  const message = `${operation}: the answer does not fit its type: ${path} ${first.reason}${more}`
  const details = { ...context, path, status: 200 }
  if (first.keys.length === 0) throw new ProtocolError(message, details)
  if (validation === 'strict') throw new StorPoolReplyError(message, { ...details, issues })
  rememberIssues(value, issues)
  onIssues?.(issues)
  return value
}
