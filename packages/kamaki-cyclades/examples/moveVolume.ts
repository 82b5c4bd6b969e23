// Makes a volume on one server and moves it to another: the first two of the user.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'

const { compute, blockStorage } = createCyclades({ session: createSynnefoSession(configFromEnvironment()) })
const [from, to] = await compute.listServers()
const type = (await blockStorage.listVolumeTypes()).find((item) => item['SNF:detachable'])
if (from === undefined || to === undefined) throw new Error('You have fewer than two servers')

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
