import { ConfigurationError, type HttpCallOptions, stringifyJson, systemClock } from '@x/core-errors'
import { createFetchTransport, type HttpAttempt, type HttpTransport } from '@x/core-errors/http'
import { readApiError } from '../errors/readApiError.js'
import { checkHeaders } from '../http/checkHeaders.js'
import { encodePath } from '../http/encodePath.js'
import { encodeQuery } from '../http/encodeQuery.js'
import { readJson } from '../http/readJson.js'
import type { SynnefoCall } from '../http/SynnefoCall.js'
import { completeEndpoint } from './completeEndpoint.js'
import { createAccessCache } from './createAccessCache.js'
import { endpointOf } from './endpointOf.js'
import { fetchAccess, fetchCatalog, type IdentityCall } from './identityCalls.js'
import { resolveToken } from './resolveToken.js'
import type { CreateSynnefoSessionParameters, SynnefoSession } from './SynnefoSession.js'
import { type ServiceName, services } from './services.js'

/**
 * Makes a session from the address of the identity service and a token. Sends nothing yet.
 *
 * @throws {ConfigurationError} when an address or the token can't be used.
 * @example
 * const session = createSynnefoSession({ url: 'https://accounts.example.org/identity/v2.0', token })
 * const { name } = await session.user()
 */
export function createSynnefoSession(parameters: CreateSynnefoSessionParameters): SynnefoSession {
  const { clock = systemClock, expiryMarginMs = 60_000, catalogMaxAgeMs = 3_600_000 } = parameters
  const config = resolveConfig(parameters)
  const source = resolveToken(parameters.token)
  const carried = new Map<symbol, readonly string[]>()
  const secretsNow = () => [...source.seen(), ...[...carried.values()].flat()]
  const transports = new Map<string, HttpTransport>()
  const transportOf = (client: string): HttpTransport => {
    const { fetch, timeoutMs, retry, hooks, maxResponseBytes } = parameters
    const options = { client, fetch, timeoutMs, retry, hooks, maxResponseBytes, secrets: secretsNow }
    const transport = transports.get(client) ?? createFetchTransport(options)
    transports.set(client, transport)
    return transport
  }
  const identityCall = (token: string, options: HttpCallOptions): IdentityCall => {
    if (config.url === undefined) throw noUrl('asks the identity service')
    return { ...options, transport: transportOf('astakos'), url: config.url, token }
  }
  const cache = createAccessCache({
    clock,
    token: source.get,
    fetchAccess: (token, signal) => fetchAccess(identityCall(token, { signal })),
    fetchCatalog: async (signal) => fetchCatalog(identityCall(await source.get(), { signal })),
    expiryMarginMs,
    catalogMaxAgeMs,
  })

  // Whether the identity service still knows the token. When it does not, or can't say, the service's refusal stands.
  const renewed = async (refused: number, signal: AbortSignal): Promise<boolean> => {
    try {
      await cache.renew(refused, signal)
      return true
    } catch (error) {
      if (signal.aborted) throw error
      return false
    }
  }

  const endpoint: SynnefoSession['endpoint'] = async (service, options = {}) => {
    const given = config.endpoints[service]
    if (given !== undefined) return given
    if (config.url === undefined) throw noUrl(`needs the address of «${service}»`)
    return service === 'identity' ? config.url : endpointOf(await cache.catalog(options.signal), service)
  }

  const request = async <T>(call: SynnefoCall<T>): Promise<T> => {
    const { service, path, query, json, body, success, secrets, read, toError, headers: given, ...rest } = call
    const suffix = encodePath(path) + encodeQuery(query)
    const headers = {
      accept: 'application/json',
      ...checkHeaders(given),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const base = await endpoint(service, rest)
    const { client } = services[service]
    let generation = cache.generation()
    const credentials = async () => ({ 'x-auth-token': await source.get() })
    const authorize = async ({ reauthorize, signal }: HttpAttempt) => {
      if (reauthorize && config.url !== undefined && !(await renewed(generation, signal))) return undefined
      generation = cache.generation()
      return credentials()
    }
    // Without an identity service to ask and without another token to hope for, a 401 is final.
    const final = config.url === undefined && !source.renewable
    const send = transportOf(client)
    const key = Symbol(call.operation)
    if (secrets !== undefined) carried.set(key, secrets)
    const sent = send({
      ...rest,
      url: `${base}/${suffix}`,
      ...(final
        ? { headers: { ...headers, ...(await credentials()) } }
        : { headers, authorize, confirmsCredentials: config.url !== undefined }),
      body: json === undefined ? body : stringifyJson(json),
      read: async (answer) => {
        const { status } = answer
        const succeeded = success === undefined ? status >= 200 && status <= 299 : success.includes(status)
        if (!succeeded) throw await readApiError(answer, toError)
        return read(answer)
      },
    })
    return sent.finally(() => carried.delete(key))
  }

  return Object.freeze({
    kind: 'synnefo',
    config,
    clock,
    authenticate: async ({ tenantName } = {}, options = {}) => {
      const token = await source.get()
      const answer = await fetchAccess(identityCall(token, options), tenantName)
      cache.store(answer, token)
      return answer
    },
    access: ({ signal } = {}) => cache.access(signal),
    user: async ({ signal } = {}) => (await cache.access(signal)).user,
    catalog: ({ signal } = {}) => cache.catalog(signal),
    endpoint,
    request,
    requestJson: ({ schema, unchanged, ...call }) =>
      request({
        ...call,
        read: (answer) => (answer.status === 304 && unchanged !== undefined ? unchanged : readJson(answer, schema)),
      }),
    forget: cache.forget,
  } satisfies SynnefoSession)
}

function resolveConfig({ url, endpoints = {} }: CreateSynnefoSessionParameters): SynnefoSession['config'] {
  const completed: Partial<Record<ServiceName, string>> = {}
  for (const [name, address] of Object.entries(endpoints)) {
    if (!Object.hasOwn(services, name)) {
      throw new ConfigurationError(
        `endpoints has no service «${name}»: known are ${Object.keys(services).join(', ')}`,
        {
          path: `endpoints.${name}`,
        },
      )
    }
    const { version } = services[name as ServiceName]
    completed[name as ServiceName] = completeEndpoint(address, version)
  }
  if (url === undefined && Object.keys(completed).length === 0) {
    throw new ConfigurationError('A session needs the url of the identity service, or endpoints', { path: 'url' })
  }
  return Object.freeze({
    url: url === undefined ? completed.identity : completeEndpoint(url, services.identity.version),
    endpoints: Object.freeze(completed),
  })
}

const noUrl = (why: string): ConfigurationError =>
  new ConfigurationError(`This session was made without the url of the identity service, and the call ${why}`, {
    path: 'url',
  })
