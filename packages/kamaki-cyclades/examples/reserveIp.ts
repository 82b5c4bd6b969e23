// Gives a server a public address: SERVER_ID, else the one of createServers.ts. Takes an address that is free, or reserves one.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'

const { compute, network } = createCyclades({ session: createSynnefoSession(configFromEnvironment()) })
const serverId =
  process.env['SERVER_ID'] ?? (await compute.listServers()).find(({ name }) => name === 'My public server')?.id
if (serverId === undefined) throw new Error('You have no server called My public server')

const address = await network.findOrCreateFloatingip()
const { id: portId } = await network.createPort({
  networkId: address.floating_network_id,
  deviceId: serverId,
  fixedIps: [{ ip_address: address.floating_ip_address }],
})
await network.waitPortUntil({ portId })
console.log(`Server ${serverId} now has the address ${address.floating_ip_address}`)
