// Makes two servers: one with a given address, one without any network.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'

const session = createSynnefoSession(configFromEnvironment())
const { compute, network } = createCyclades({ session })
const [image] = await compute.listImages()
const [flavor] = await compute.listFlavors()
if (image === undefined || flavor === undefined) throw new Error('The cloud has neither image nor flavor for you')

const { floating_network_id: uuid, floating_ip_address: fixed_ip } = await network.findOrCreateFloatingip()
const open = await compute.createServer({
  name: 'My public server',
  flavorId: flavor.id,
  imageId: image.id,
  networks: [{ uuid, fixed_ip }],
  personality: [{ path: '/etc/motd', data: 'Welcome\n', mode: 0o644 }],
})
const closed = await compute.createServer({
  name: 'My private server',
  flavorId: flavor.id,
  imageId: image.id,
  networks: [],
})
for (const { id, name, status } of [open, closed]) console.log(`${name} (${id}) is ${status}`)
