import { join } from 'node:path'
import { isClientError } from '@x/core-errors'
import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { loadMethods, matchesTemplate, sampleArguments, sentText } from '@x-tooling/recorded'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { referenceCaller } from './referenceCalls.js'

const methods = loadMethods(join(import.meta.dirname, 'fixtures', 'reference-methods.json'))

// Enough of everything for calls that look at something before they act.
const everything = {
  server: { id: 1, name: 'a', status: 'ACTIVE' },
  image: { id: 'image_id-7', name: 'a', metadata: { os: 'debian' } },
  port: { id: 1, network_id: 1, status: 'ACTIVE' },
  volume: { id: 1, size: 1, status: 'in_use' },
  volumeAttachments: [{ id: 'volume_id-7', volumeId: 'volume_id-7', serverId: 1 }],
}
let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer(() => Response.json(everything))
})
afterAll(() => server.close())

/** Arguments that take no text of one's own choice. */
const given: Record<string, unknown> = {
  detail: undefined, // in place of an id; each list call is seen with it elsewhere
  key_names: undefined, // not beside key_name
  stop: undefined,
  delay: 1,
  max_wait: 2,
  timeout: 2,
  size: 20,
  console_type: 'vnc-wss',
  profile: 'PROTECTED',
  order: '-name',
}
const givenTo: Record<string, Record<string, unknown>> = {
  'CycladesNetworkClient.create_network': { type: 'MAC_FILTERED' },
  'NetworkClient.create_networks': { networks: [{ name: 'lan' }] },
  // Filters are for lists alone; those of one thing are seen in the other methods.
  'ComputeRestClient.flavors_get': { flavor_id: undefined },
  'ComputeRestClient.images_get': { image_id: undefined },
  'ComputeRestClient.servers_get': { server_id: undefined },
}

/** Arguments that are not sent, with the reason. */
const notSent: Record<string, string> = {
  tenant_id: 'no path and no body has it; the reference puts it in the place of other arguments',
  target_status: 'compared here',
  current_status: 'compared here',
  order: 'sent as sort_key and sort_dir',
}
// The reference takes the filters of lists here as well, and drops them.
const filters = ['changes_since', 'image', 'flavor', 'name', 'marker', 'limit', 'status', 'host']
const dropped = (id: string, name: string) => id === 'ComputeClient.get_server_details' && filters.includes(name)

test.for(methods.map((method) => ({ ...method, id: `${method.client}.${method.method}` })))(
  '$id sends all that it is given, where the reference sends it',
  async ({ client, method, request, params, id }) => {
    server.clearRequests()
    const { args, marks } = sampleArguments(params, { ...given, ...givenTo[id] })
    const recorded = { id, client, endpoint: '', token: 'the-token', exchanges: [], steps: [] }
    const { call } = referenceCaller(recorded, server.url)
    // Most answers make no sense to it; what was sent is what counts.
    await call({ method, args }).catch((error: unknown) => {
      if (!isClientError(error)) throw error
    })
    const sent = (await Promise.all(server.requests.map(sentText))).join('\n')
    expect(sent).not.toBe('')
    // The cloud-init data of a server is base64 there as here.
    const found = (mark: string) => sent.includes(mark) || sent.includes(btoa(mark))
    const lost = Object.entries(marks).filter(
      ([name, mark]) => !found(mark) && !Object.hasOwn(notSent, name) && !dropped(id, name),
    )
    expect(lost).toEqual([])
    // The reference forgets the key; the service knows no such path.
    const documented = request === 'PUT /images/{image_id}/metadata' ? `${request}/{key}` : request
    const [, verb = '', path = ''] = /^([A-Z]+) (\/\S+)(?: repeated)?$/.exec(documented) ?? []
    if (path === '' || path.endsWith('...')) return
    const matching = server.requests.filter((each) => each.method === verb && matchesTemplate(path, each.path))
    expect(matching).not.toEqual([])
  },
)
