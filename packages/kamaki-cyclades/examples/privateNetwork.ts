// Connects two servers with a private network: those that createServers.ts makes.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'

const { compute, network } = createCyclades({ session: createSynnefoSession(configFromEnvironment()) })
const wanted = ['My public server', 'My private server']
const all = await compute.listServers()
const servers = wanted.flatMap((name) => all.find((server) => server.name === name) ?? [])
if (servers.length < 2) throw new Error(`You do not have both ${wanted.join(' and ')}`)

const { id: networkId, name } = await network.createNetwork({ type: 'MAC_FILTERED', name: 'My Network' })
await network.createSubnet({ networkId, cidr: '10.7.0.0/24' })
const ports = await Promise.all(
  servers.map(async ({ id: deviceId }) => {
    const { id: portId } = await network.createPort({ networkId, deviceId })
    return network.waitPortUntil({ portId })
  }),
)
for (const { device_id, fixed_ips } of ports) {
  console.log(`Server ${device_id} is in ${name} with address ${fixed_ips?.[0]?.ip_address}`)
}
