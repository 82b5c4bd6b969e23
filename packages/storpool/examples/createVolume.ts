/** Creates a volume from a template, snapshots it, attaches it to a client, waits for that, and cleans up. */
import { createStorPool } from '@x/storpool'

const storpool = createStorPool({
  url: process.env['STORPOOL_URL'] ?? 'http://127.0.0.1:81',
  token: process.env['STORPOOL_TOKEN'] ?? '',
})
const template = process.env['STORPOOL_TEMPLATE'] ?? 'hybrid'
const clientId = Number(process.env['STORPOOL_CLIENT'] ?? 1)
const volumeName = `example-${Date.now().toString(36)}`

try {
  const { globalId } = await storpool.volumeCreate({
    name: volumeName,
    template,
    size: 2 ** 30,
    tags: { made: 'example' },
  })
  console.log(`created ${volumeName} (~${globalId})`)
  const { snapshotGlobalId } = await storpool.snapshotCreate({ volumeName, deleteAfter: 3_600 })
  console.log(`took snapshot ~${snapshotGlobalId}, which goes in an hour`)

  await storpool.volumesReassignWait({ reassign: [{ volume: volumeName, rw: [clientId] }], attachTimeout: 30 })
  const [status] = await storpool.clientConfigWait({ clientId }, { timeoutMs: Number.POSITIVE_INFINITY })
  const attached = (await storpool.attachmentsList()).find(({ volume }) => volume === volumeName)
  console.log(`attached to client ${attached?.client} at position ${attached?.pos}: ${status?.configStatus}`)

  await storpool.volumesReassignWait({ reassign: [{ volume: volumeName, detach: 'all' }] })
  await storpool.volumeDelete({ volumeName })
  if (snapshotGlobalId) await storpool.snapshotDeleteById({ globalVolumeId: snapshotGlobalId })
  console.log('detached and deleted')
} catch (error) {
  console.error(`The example failed: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
