// Makes a volume on one server and moves it to another: those that createServers.ts makes.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'

const { compute, blockStorage } = createCyclades({ session: createSynnefoSession(configFromEnvironment()) })
const servers = await compute.listServers()
const from = servers.find(({ name }) => name === 'My public server')
const to = servers.find(({ name }) => name === 'My private server')
const type = (await blockStorage.listVolumeTypes()).find((item) => item['SNF:detachable'])
if (from === undefined || to === undefined)
  throw new Error('You do not have both My public server and My private server')

const { id: volumeId } = await blockStorage.createVolume({
  size: 20,
  displayName: 'USB stick',
  serverId: from.id,
  volumeType: type?.id,
})
await blockStorage.waitVolumeUntil({ volumeId })
console.log(`Volume ${volumeId} is in server ${from.id}`)

await compute.detachVolumeAndWait({ serverId: from.id, volumeId })
const volume = await compute.attachVolumeAndWait({ serverId: to.id, volumeId })
console.log(`Volume ${volumeId} is in server ${volume.attachments?.[0]?.server_id}`)
