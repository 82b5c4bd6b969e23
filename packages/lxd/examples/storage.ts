// Creates a volume, takes a snapshot, changes the volume without losing anything, and cleans up.
import { createLxd } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'

const { LXD_SOCKET: socketPath, LXD_POOL: poolName = 'default' } = process.env
try {
  await using lxd = createLxd(socketPath === undefined ? configFromEnvironment() : { socketPath })
  const pools = await lxd.storagePools.all()
  console.log(`Pools: ${pools.map(({ name, driver }) => `${name} (${driver})`).join(', ')}`)
  const pool = await lxd.storagePools.get(poolName)

  const name = `example-${Date.now().toString(36)}`
  const volume = await pool.volumes.create({ name, description: 'An example', config: { 'user.purpose': 'demo' } })
  console.log(`Created ${volume.name}, ETag ${volume.etag}`)

  const snapshot = await volume.snapshots.create({ description: 'before' })
  console.log(`Took ${snapshot.name}`)

  await volume.patch({ config: { 'user.owner': 'me' } })
  console.log(`Changed: ${JSON.stringify(volume.config)}, still described as "${volume.description}"`)

  const somebodyElse = await pool.volumes.get('custom', name)
  await somebodyElse.patch({ config: { 'user.theirs': '1' } })
  volume.config['user.mine'] = '1'
  await volume.save({ onConflict: 'merge' })
  console.log(`Merged: ${Object.keys(volume.config).sort().join(', ')}`)

  await volume.restoreFrom(snapshot.name)
  console.log(`Restored ${snapshot.name}`)
  await volume.delete()
  console.log('Deleted')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
