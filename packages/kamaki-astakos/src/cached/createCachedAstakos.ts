import { ConfigurationError, ProtocolError } from '@x/core-errors'
import type { Astakos } from '../Astakos.js'
import { createAstakos } from '../createAstakos.js'
import { conceal } from '../http/conceal.js'
import type { Access } from '../schemas/Access.js'
import type { CreateSynnefoSessionParameters } from '../session/SynnefoSession.js'
import type { CachedAstakos, OfToken } from './CachedAstakos.js'

/** What a client for several users is made from. */
export interface CreateCachedAstakosParameters extends Omit<CreateSynnefoSessionParameters, 'url' | 'token'> {
  /** Address of the identity service. */
  url: string | URL
  /** The token of calls that name none. */
  token?: string | undefined
  /** How many users are remembered; the one that was added first makes room. @default 1_000 */
  maxUsers?: number | undefined
}

interface Entry {
  readonly token: string
  readonly astakos: Astakos
  /** The last answer about the token; `undefined` before the first. */
  access: Access | undefined
  readonly usernames: Map<string, string>
  readonly uuids: Map<string, string>
}

/**
 * Makes a client of the identity service for several users at once. Sends nothing.
 *
 * @throws {ConfigurationError} when an address or the token can't be used.
 * @example
 * const astakos = createCachedAstakos({ url })
 * const { name } = await astakos.userInfo({ token })
 */
export function createCachedAstakos(parameters: CreateCachedAstakosParameters): CachedAstakos {
  const { token: defaultToken, maxUsers = 1_000, ...rest } = parameters
  const entries = new Map<string, Entry>()

  const entryOf = ({ token = defaultToken }: OfToken): Entry => {
    const wanted = typeof token === 'object' ? token[0] : token
    if (wanted === undefined) {
      throw new ConfigurationError('No token: neither the call nor the client has one', { path: 'token' })
    }
    const known = entries.get(wanted)
    if (known !== undefined) return known
    const astakos = createAstakos({ ...rest, token: wanted })
    const entry = { token: wanted, astakos, access: undefined, usernames: new Map(), uuids: new Map() }
    const oldest = entries.keys().next().value
    if (entries.size >= maxUsers && oldest !== undefined) entries.delete(oldest)
    entries.set(wanted, entry)
    return entry
  }
  const remembered = async (of: OfToken, options = {}): Promise<Entry & { access: Access }> => {
    const entry = entryOf(of)
    const access = await entry.astakos.session.access(options)
    return Object.assign(entry, { access })
  }
  const entryOfUser = (uuid: string): Entry => {
    const entry = [...entries.values()].find(({ access }) => access?.user.id === uuid)
    if (entry !== undefined) return entry
    throw new ConfigurationError(`The user «${uuid}» is not remembered`, { path: 'uuid' })
  }

  const client: CachedAstakos = {
    async authenticate(of = {}, options) {
      const entry = entryOf(of)
      entry.access = await entry.astakos.authenticate({}, options)
      return entry.access
    },
    getClient: async (of = {}, options) => (await remembered(of, options)).astakos,
    getServices: async (of = {}, options) => (await remembered(of, options)).access.serviceCatalog,
    async getServiceDetails({ serviceType, ...of }, options) {
      const catalog = await client.getServices(of, options)
      const found = catalog.find(({ type }) => same(type, serviceType))
      if (found !== undefined) return found
      throw new ProtocolError(`The cloud's catalog has no service of type «${serviceType}»`, {
        operation: 'getServiceDetails',
        path: 'access.serviceCatalog',
      })
    },
    async getServiceEndpoints({ serviceType, version, ...of }, options) {
      const { endpoints } = await client.getServiceDetails({ serviceType, ...of }, options)
      const found = endpoints.filter(({ versionId }) => version === undefined || same(versionId ?? '', version))
      const [first] = found
      if (first !== undefined && found.length === 1) return first
      throw new ProtocolError(`The service «${serviceType}» has ${found.length} matching endpoints, one was expected`, {
        operation: 'getServiceEndpoints',
        path: 'access.serviceCatalog',
      })
    },
    getEndpointUrl: async (wanted, options) => (await client.getServiceEndpoints(wanted, options)).publicURL,
    userInfo: async (of = {}, options) => (await remembered(of, options)).astakos.userInfo(options),
    userTerm: async ({ key, ...of }, options) =>
      (await remembered(of, options)).astakos.userTerm({ term: key }, options),
    term: (wanted, options) => client.userTerm(wanted, options),
    async listUsers(options) {
      if (![...entries.values()].some(({ access }) => access !== undefined)) await client.authenticate({}, options)
      return [...entries.values()].flatMap(({ access, token }) =>
        access === undefined ? [] : [conceal({ ...access.user, auth_token: token }, ['auth_token'])],
      )
    },
    removeUser: ({ uuid }) => void entries.delete(entryOfUser(uuid).token),
    getToken: ({ uuid }) => entryOfUser(uuid).token,
    async uuids2usernames({ uuids, ...of }, options) {
      const { astakos, usernames } = await remembered(of, options)
      if (uuids.some((uuid) => !usernames.has(uuid)))
        remember(usernames, await astakos.getUsernames({ uuids }, options))
      return Object.fromEntries(usernames)
    },
    async usernames2uuids({ usernames, ...of }, options) {
      const { astakos, uuids } = await remembered(of, options)
      if (usernames.some((name) => !uuids.has(name))) {
        remember(uuids, await astakos.getUuids({ displayNames: usernames }, options))
      }
      return Object.fromEntries(uuids)
    },
    postUserCatalogs: ({ uuids, displaynames = [], ...of }, options) =>
      uuids === undefined
        ? client.usernames2uuids({ ...of, usernames: displaynames }, options)
        : client.uuids2usernames({ ...of, uuids }, options),
    userSetDefaultProject: async ({ projectId, ...of }, options) =>
      entryOf(of).astakos.setDefaultProject({ projectId }, options),
  }
  return Object.freeze(client)
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

// Somebody who lists users all day must not fill the memory with them.
const mostNames = 10_000

function remember(names: Map<string, string>, found: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(found)) {
    const oldest = names.keys().next().value
    if (names.size >= mostNames && oldest !== undefined) names.delete(oldest)
    names.set(key, value)
  }
}
