// Run as packed by every runtime and by a browser: a volume on a fake server that is asked without a socket.
import { createLxd, createLxdClient, isLxdNotFound } from '@x/lxd'
import { storagePoolVolumesTypeGetRecursion1 } from '@x/lxd/actions'
import { createFakeLxd } from '@x/lxd/testing'

const fake = await createFakeLxd({ listen: false })
const lxd = createLxd(fake.connection)
const pool = await lxd.storagePools.get('default')
const volume = await pool.volumes.create({ name: 'db-01', config: { size: '10GiB' } })
await volume.patch({ config: { 'user.owner': 'me' } })
const missing = await pool.volumes.get('custom', 'none').catch((error: unknown) => error)
if (!isLxdNotFound(missing)) throw new Error(`answered ${missing}`)
await lxd.close()

const client = createLxdClient(fake.connection)
const volumes = await storagePoolVolumesTypeGetRecursion1(client, { poolName: 'default', type: 'custom' })
const found = volumes.map(({ name, config }) => `${name} ${config?.['user.owner']}`).join()
if (found !== 'db-01 me') throw new Error(`the volumes are ${found}`)
await client.close()
await fake.close()
console.log('done')
