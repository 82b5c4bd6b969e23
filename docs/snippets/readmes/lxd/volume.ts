// #region shown
import { createLxd, isLxdConflict } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'

await using lxd = createLxd(configFromEnvironment())
const pool = await lxd.storagePools.get('default')
const volume = await pool.volumes.create({ name: 'db-01', config: { size: '10GiB' } }).catch((error) => {
  if (!isLxdConflict(error)) throw error
  return pool.volumes.get('custom', 'db-01')
})
const snapshot = await volume.snapshots.create({ description: 'before the upgrade' })
console.log(`${volume.name} has a snapshot ${snapshot.name}`)
// #endregion
