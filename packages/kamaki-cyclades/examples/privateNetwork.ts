// Connects two servers with a private network: the first two of the user.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'

const { compute, network } = createCyclades({ session: createSynnefoSession(configFromEnvironment()) })
const servers = (await compute.listServers()).slice(0, 2)
if (servers.length < 2) throw new Error('You have fewer than two servers')

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
