// The bare client: one import for each operation, so that an application ships what it uses.
import { createLxdClient, etagOf, isLxdApiError } from '@x/lxd'
import {
  storagePoolVolumesTypePost,
  storagePoolVolumeTypeDelete,
  storagePoolVolumeTypeGet,
  storagePoolVolumeTypePut,
} from '@x/lxd/actions'
import { configFromEnvironment } from '@x/lxd/node'

const { LXD_SOCKET: socketPath, LXD_POOL: poolName = 'default' } = process.env
try {
  await using client = createLxdClient(socketPath === undefined ? configFromEnvironment() : { socketPath })
  const place = { poolName, type: 'custom', volumeName: `example-${Date.now().toString(36)}` }
  await storagePoolVolumesTypePost(client, { poolName, type: 'custom', name: place.volumeName })
  const volume = await storagePoolVolumeTypeGet(client, place)
  const ifMatch = etagOf(volume)
  await storagePoolVolumeTypePut(client, { ...volume, ...place, config: { 'user.a': '1' } }, { ifMatch })
  try {
    await storagePoolVolumeTypePut(client, { ...volume, ...place, config: {} }, { ifMatch })
  } catch (error) {
    if (!isLxdApiError(error)) throw error
    console.log(`Refused as it should be: ${error.reason}`)
  }
  await storagePoolVolumeTypeDelete(client, place)
  console.log(`Deleted ${place.volumeName}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
