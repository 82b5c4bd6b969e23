import { ConfigurationError } from '@x/core-errors'
import { camelCase, camelKeys, type RecordedCase, type RecordedStep } from '@x-tooling/recorded'
import { createAstakos, createCachedAstakos } from '../src/index.js'

type Call = (parameters: Record<string, unknown>) => unknown

/** How a call of the reference differs in form from ours: other arguments, or the envelope around the result. */
interface Adapter {
  parameters?: (args: Record<string, unknown>) => Record<string, unknown>
  result?: (result: unknown) => unknown
}

const inEnvelope = (result: unknown) => ({ access: result })

// Python dictionaries with tuples as keys are recorded by the text of the tuple: "('a', 'b')".
const tuples = (dictionary: unknown, names: readonly string[]) =>
  Object.entries(dictionary as Record<string, number>).map(([tuple, quantity]) => {
    const parts = [...tuple.matchAll(/'([^']*)'/g)].map((found) => found[1])
    return { ...Object.fromEntries(names.map((name, index) => [name, parts[index]])), quantity }
  })

const renamed = (from: string, to: string) => (args: Record<string, unknown>) => {
  const { [from]: value, ...rest } = args
  return value === undefined ? rest : { ...rest, [to]: value }
}

const provisions =
  (...names: string[]) =>
  (args: Record<string, unknown>) => ({ ...args, provisions: tuples(args['provisions'], names) })

/** Where names and envelopes of the plain client differ. */
const plain: Record<string, Adapter> = {
  authenticate: { result: inEnvelope },
  validate_token: { result: inEnvelope },
  get_endpoints: {
    parameters: () => ({}),
    result: (serviceCatalog) => inEnvelope({ serviceCatalog }),
  },
  user_info: { parameters: () => ({}), result: withoutDefaultProject },
  user_term: { result: termOrError },
  issue_one_commission: { parameters: provisions('project', 'resource') },
  issue_resource_reassignment: { parameters: provisions('fromProject', 'toProject', 'resource') },
  issue_commission_generic: {
    parameters: (args) => ({
      ...args,
      userProvisions: tuples(args['userProvisions'], ['user', 'project', 'resource']),
      projectProvisions: tuples(args['projectProvisions'], ['project', 'resource']),
    }),
  },
  get_memberships: { parameters: renamed('project', 'projectId') },
  service_get_quotas: { parameters: renamed('project', 'projectId') },
  service_get_project_quotas: { parameters: renamed('project', 'projectId') },
}

/** The same for the client of several users. */
const cached: Record<string, Adapter> = {
  authenticate: { result: inEnvelope },
  list_users: { result: (users) => byId(users as { id: string }[]) },
}

/** Calls without parameters: their first argument is the options. */
const withoutParameters = new Set([
  'user_info',
  'get_endpoints',
  'list_users',
  'get_quotas',
  'get_resources',
  'get_services',
  'get_pending_commissions',
])

// A field that a user does not have is a KeyError there.
function termOrError(value: unknown): unknown {
  if (value === undefined) throw new ConfigurationError('the user has no such field')
  return value
}

function withoutDefaultProject(result: unknown): unknown {
  const { default_project: _, ...user } = result as Record<string, unknown>
  return user
}

/** Users in an order of their own: that of Python's dictionaries is none. */
export const byId = <T extends { id: string }>(users: readonly T[]): T[] =>
  [...users].sort((one, other) => one.id.localeCompare(other.id))

/** Makes the client that stands for a reference client, and answers how to make its calls. */
export function referenceCaller(
  { client, token }: RecordedCase,
  url: string,
): (step: RecordedStep) => Promise<unknown> {
  const isCached = client === 'CachedAstakosClient'
  const retry = false
  const made = isCached ? createCachedAstakos({ url, token, retry }) : createAstakos({ url, token, retry })
  const calls = made as object as Record<string, Call>
  return async ({ method, args }) => {
    const { parameters, result }: Adapter = (isCached ? cached : plain)[method] ?? {}
    const call = calls[camelCase(method)]
    if (call === undefined) throw new TypeError(`there is no call ${camelCase(method)}`)
    const bare = withoutParameters.has(method) && !(isCached && method === 'get_services')
    const given = camelKeys(args)
    const answer = await call(bare ? {} : (parameters?.(given) ?? given))
    return result === undefined ? answer : result(answer)
  }
}
