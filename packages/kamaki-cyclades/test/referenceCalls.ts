import { createManualClock } from '@x/core-errors/testing'
import { createSynnefoSession, isSynnefoApiError, type ServiceName } from '@x/kamaki-astakos'
import { camelCase, camelKeys, type RecordedCase, type RecordedStep } from '@x-tooling/recorded'
import {
  type CreateCycladesClientParameters,
  createBlockStorage,
  createCompute,
  createImage,
  createNetwork,
  type Image,
  isWaitTimeoutError,
} from '../src/index.js'
import { createOpenStackBlockStorage, createOpenStackCompute, createOpenStackNetwork } from '../src/openstack.js'

type Arguments = Record<string, unknown>
type Call = (parameters: Arguments) => Promise<unknown>

/** How a call of the reference differs in form from ours: other arguments, or another form of the result. */
interface Adapter {
  parameters?: (args: Arguments) => Arguments
  result?: (result: unknown, args: Arguments) => unknown
  /** What the reference answers where we throw; `undefined` where it throws as well. */
  error?: (error: unknown) => unknown
}

const clients: Record<string, [service: ServiceName, create: (parameters: CreateCycladesClientParameters) => object]> =
  {
    ComputeRestClient: ['compute', createOpenStackCompute],
    ComputeClient: ['compute', createOpenStackCompute],
    CycladesComputeRestClient: ['compute', createCompute],
    CycladesComputeClient: ['compute', createCompute],
    NetworkRestClient: ['network', createOpenStackNetwork],
    NetworkClient: ['network', createOpenStackNetwork],
    CycladesNetworkClient: ['network', createNetwork],
    BlockStorageRestClient: ['volume', createOpenStackBlockStorage],
    BlockStorageClient: ['volume', createOpenStackBlockStorage],
    CycladesBlockStorageRestClient: ['volume', createBlockStorage],
    CycladesBlockStorageClient: ['volume', createBlockStorage],
    ImageClient: ['image', createImage],
  }

// Seconds there, milliseconds here; and the reference neither fails fast nor fails at all when time is up.
const wait = ({ delay = 1, maxWait, timeout, waitCb: _, ...rest }: Arguments): Arguments => {
  const delayMs = Number(delay) * 1_000
  // It counts rounds: what is left of the time after the last whole one is not used.
  const rounds = Math.floor((Number(maxWait ?? timeout ?? 100) * 1_000) / delayMs)
  return { ...rest, idle: false, failFast: false, delayMs, maxWaitMs: rounds * delayMs }
}

const renamed =
  (names: Record<string, string>) =>
  (args: Arguments): Arguments =>
    Object.fromEntries(Object.entries(args).map(([key, value]) => [names[key] ?? key, value]))

const itemKeys = (key: string) => (args: Arguments) => {
  const items: unknown = args[key]
  const isObject = (item: unknown): item is Arguments => typeof item === 'object' && item !== null
  return {
    ...args,
    [key]: Array.isArray(items) ? items.map((item) => (isObject(item) ? camelKeys(item) : item)) : items,
  }
}

const adapters: Record<string, Adapter> = {
  // The reference can't tell a server that is not there from a tag that is not.
  check_tag_exists: { error: (error) => (isSynnefoApiError(error) && error.status === 404 ? false : undefined) },
  // A pair there, an object or the status alone here.
  get_server_status: {
    result: (result) => {
      const { status, progress } = result as { status: string; progress?: number }
      return [status, progress ?? null]
    },
  },
  get_port_status: { result: (status) => [status, null] },
  get_volume_status: { result: (status) => [status, null] },
  // Each pair of keys stands in an object of its own there.
  list_keypairs: { result: (pairs) => (pairs as object[]).map((keypair) => ({ keypair })) },
  get_subnet_details: { result: (subnet) => ({ subnet }) },
  get_floating_ips: { result: (floating_ips) => ({ floating_ips }) },
  reassign_floating_ip: { parameters: renamed({ floatingNetworkId: 'floatingipId' }) },
  create_networks: { parameters: itemKeys('networks') },
  create_ports: { parameters: itemKeys('ports') },
  create_subnets: { parameters: itemKeys('subnets') },
  delete_tag: { result: () => 204 },
  delete_tags: { result: () => 204 },
  get_meta: { result: inHeaderForm },
  register: { result: inHeaderForm },
}

/** Calls whose only argument is the options. */
const withoutParameters = new Set([
  'list_keypairs',
  'get_floating_ips',
  'get_floating_ip_pools',
  'list_volume_types',
  'limits_get',
  'floating_ip_pools_get',
])

// Names with dashes and texts alone, as in the headers.
function inHeaderForm(result: unknown): unknown {
  const { properties, ...fields } = result as Image
  const text = (value: unknown) =>
    typeof value === 'boolean' ? (value ? 'True' : 'False') : typeof value === 'number' ? String(value) : value
  return {
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.replaceAll('_', '-'), text(value)])),
    properties,
  }
}

/** Makes the client that stands for a reference client; answers how to make its calls and the pauses that it made. */
export function referenceCaller(recorded: RecordedCase, url: string) {
  const { client, token } = recorded
  const [service, create] = clients[client] ?? []
  if (service === undefined || create === undefined) throw new TypeError(`there is no client ${client}`)
  const clock = createManualClock(Date.UTC(2026, 0, 1))
  const pauses: number[] = []
  const recordingClock: typeof clock = {
    ...clock,
    schedule: (delayMs, callback) => {
      pauses.push(delayMs / 1_000)
      return clock.schedule(delayMs, callback)
    },
  }
  const session = createSynnefoSession({ endpoints: { [service]: url }, token, retry: false, clock: recordingClock })
  const calls = create({ session }) as Record<string, Call>
  const call = async ({ method, args }: RecordedStep): Promise<unknown> => {
    const action = calls[camelCase(method)]
    if (action === undefined) throw new TypeError(`there is no call ${camelCase(method)}`)
    const isWait = method.startsWith('wait_')
    const { parameters, result, error }: Adapter = isWait ? { parameters: wait } : (adapters[method] ?? {})
    // Only here does None say something: it is sent.
    const given = method === 'update_floatingip' ? nullKeys(args) : camelKeys(args)
    const sent = withoutParameters.has(method) ? {} : (parameters?.(given) ?? given)
    const outcome = action(sent).catch((thrown: unknown) => {
      const instead = isWait ? lastSeen(thrown, Number(sent['delayMs'])) : error?.(thrown)
      if (instead === undefined) throw thrown
      return instead
    })
    const answer = await clock.runUntil(outcome)
    return result === undefined ? answer : result(answer, given)
  }
  // The reference answers what it saw last when time is up, and sleeps once more before that.
  const lastSeen = (error: unknown, delayMs: number): unknown => {
    if (!isWaitTimeoutError(error)) return undefined
    pauses.push(delayMs / 1_000)
    return error.last
  }
  return { call, pauses }
}

// An empty text is the reference's way to leave one out.
const nullKeys = (args: Arguments): Arguments =>
  Object.fromEntries(
    Object.entries(args)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => [camelCase(key), value]),
  )
