/** Keeps a value in the cluster's key-value store and changes it only if nobody else did. */
import { createStorPoolClient } from '@x/storpool'
import { kvsCreate, kvsDelete, kvsList, kvsTryUpdate } from '@x/storpool/actions'

const client = createStorPoolClient({
  url: process.env['STORPOOL_URL'] ?? 'http://127.0.0.1:81',
  token: process.env['STORPOOL_TOKEN'] ?? '',
})
const bucketName = `example-${Date.now().toString(36)}`

try {
  await kvsCreate(client, { bucketName })
  const { version } = await kvsList(client, { bucketName })
  const first = await kvsTryUpdate(client, { bucketName, set: { leader: 'node-a' }, runIfVersionIs: version })
  const second = await kvsTryUpdate(client, { bucketName, set: { leader: 'node-b' }, runIfVersionIs: version })
  console.log(`node-a became leader: ${first}; node-b, with the same version: ${second}`)
  console.log('in the bucket:', (await kvsList(client, { bucketName })).pairs?.['leader'])
  await kvsDelete(client, { bucketName })
} catch (error) {
  console.error(`The example failed: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
