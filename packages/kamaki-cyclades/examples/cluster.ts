// Two nodes in a private network, and a gateway that has a public address as well.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades, type ServerNetwork } from '@x/kamaki-cyclades'

const { compute, network } = createCyclades({ session: createSynnefoSession(configFromEnvironment()) })
const [image] = await compute.listImages()
const [flavor] = await compute.listFlavors()
if (image === undefined || flavor === undefined) throw new Error('The cloud has neither image nor flavor for you')

const lan = await network.createNetwork({ type: 'MAC_FILTERED', name: 'Cluster Network' })
await network.createSubnet({ networkId: lan.id, cidr: '10.8.0.0/24' })
const { floating_network_id: open, floating_ip_address: address } = await network.findOrCreateFloatingip()

const inside: ServerNetwork = { uuid: lan.id }
const plan = [
  { name: 'Node 1', networks: [inside] },
  { name: 'Node 2', networks: [inside] },
  { name: 'Gateway', networks: [inside, { uuid: open, fixed_ip: address }] },
]
// All at once: the first that goes wrong ends the waiting for the others too.
const stop = new AbortController()
const servers = await Promise.all(
  plan.map(async (server) => {
    const made = await compute.createServer({ ...server, flavorId: flavor.id, imageId: image.id })
    return compute.waitServerUntil({ serverId: made.id }, { signal: stop.signal })
  }),
).catch((error: unknown) => {
  stop.abort(error)
  throw error
})
for (const { name, attachments } of servers) {
  console.log(`${name}: ${attachments?.map(({ ipv4 }) => ipv4).join(', ')}`)
}
