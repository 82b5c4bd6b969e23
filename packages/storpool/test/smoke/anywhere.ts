// Run as packed by every runtime and by a browser: volumes of a fake cluster that is asked without a port.
import { createStorPool, createStorPoolClient, isStorPoolApiError } from '@x/storpool'
import { volumesList } from '@x/storpool/actions'
import { createFakeStorPool } from '@x/storpool/testing'

const fake = await createFakeStorPool({ listen: false, volumes: [{ name: 'db-01', size: 2 ** 30 }] })
const { url, token, fetch } = fake
const storpool = createStorPool({ url, token, fetch })
await storpool.snapshotCreate({ volumeName: 'db-01', name: 'db-01.first' })
const refused = await storpool.volumeInfo({ volumeName: 'none' }).catch((error: unknown) => error)
if (!isStorPoolApiError(refused) || refused.code !== 'objectDoesNotExist') throw new Error(`answered ${refused}`)

fake.failNext({ drop: 'before' })
const volumes = await volumesList(createStorPoolClient({ url, token, fetch }))
if (volumes.map(({ name, size }) => `${name} ${size}`).join() !== `db-01 ${2 ** 30}`) throw new Error('no volume')
await fake.close()
console.log('done')
