// Backs a volume up, downloads the backup with its checksum, and makes another volume of it.
import { createLxd } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'

const { LXD_SOCKET: socketPath, LXD_POOL: poolName = 'default' } = process.env
try {
  await using lxd = createLxd(socketPath === undefined ? configFromEnvironment() : { socketPath })
  const pool = await lxd.storagePools.get(poolName)
  const name = `example-${Date.now().toString(36)}`
  const volume = await pool.volumes.create({ name })
  await volume.snapshots.create({ name: 'first' })

  const backup = await volume.backups.create({ compressionAlgorithm: 'none' })
  const exported = await backup.export()
  console.log(`Exporting ${exported.size} bytes`)
  const { volume: restored, sha256 } = await pool.volumes.import(exported.stream, { name: `${name}-restored` })
  console.log(
    `Imported ${restored.name}: ${sha256 === (await exported.sha256) ? 'same' : 'DIFFERENT'} checksum ${sha256}`,
  )
  console.log(`Its snapshots: ${(await restored.snapshots.all()).map((snapshot) => snapshot.name).join(', ')}`)

  await restored.delete()
  await volume.delete()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
