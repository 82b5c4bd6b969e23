/** Lists the volumes of a cluster with their sizes, and what in the answer does not fit the documented types. */
import { createStorPoolClient, issuesOf } from '@x/storpool'
import { volumesList } from '@x/storpool/actions'

const client = createStorPoolClient({
  url: process.env['STORPOOL_URL'] ?? 'http://127.0.0.1:81',
  token: process.env['STORPOOL_TOKEN'] ?? '',
})

try {
  const volumes = await volumesList(client)
  for (const { name, size, replication, templateName } of volumes) {
    const from = templateName === '' ? '' : `, from template ${templateName}`
    console.log(`${name}: ${size / 2 ** 30} GiB, ${replication} copies${from}`)
  }
  for (const { path, reason } of issuesOf(volumes)) console.warn(`unexpected: ${path} ${reason}`)
} catch (error) {
  console.error(`The volumes can not be listed: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
