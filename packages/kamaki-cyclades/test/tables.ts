import { join } from 'node:path'
import { createSynnefoSession, type SynnefoSession } from '@x/kamaki-astakos'
import { loadCalls, type TableCall } from '@x-tooling/recorded'
import { createBlockStorage, createCompute, createImage, createNetwork } from '../src/index.js'
import { createOpenStackBlockStorage, createOpenStackCompute, createOpenStackNetwork } from '../src/openstack.js'

type Call = (parameters: object, options?: object) => Promise<unknown>

const makers: Record<string, (parameters: { session: SynnefoSession }) => object> = {
  compute: createCompute,
  computeRest: createCompute,
  network: createNetwork,
  networkRest: createNetwork,
  blockStorage: createBlockStorage,
  blockStorageRest: createBlockStorage,
  image: createImage,
  openstackCompute: createOpenStackCompute,
  openstackNetwork: createOpenStackNetwork,
  openstackBlockStorage: createOpenStackBlockStorage,
}

/** Every call of every table, each with the name of its table. */
export const tableCalls: readonly (TableCall & { readonly id: string; readonly table: string })[] = Object.keys(
  makers,
).flatMap((table) =>
  loadCalls(join(import.meta.dirname, '..', 'spec'), table).map((call) => ({
    ...call,
    table,
    id: `${table}.${call.name}`,
  })),
)

/** Makes a call of a table against a server that stands for all services. */
export function caller(url: string, { table, name, params }: (typeof tableCalls)[number]): Call {
  const endpoints = { compute: url, network: url, volume: url, image: url }
  const session = createSynnefoSession({ endpoints, token: 'the-token', retry: false })
  const client = makers[table]?.({ session }) as Record<string, Call>
  const call = client[name] as Call
  // Without parameters of its own a call takes the options first.
  return params.length === 0 ? (_parameters, options) => call(options ?? {}) : call
}
