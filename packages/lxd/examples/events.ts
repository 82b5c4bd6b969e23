// Listens to what happens to volumes while one is created, copied and deleted.
import { createLxd } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'

const { LXD_SOCKET: socketPath, LXD_POOL: poolName = 'default' } = process.env
try {
  await using lxd = createLxd(socketPath === undefined ? configFromEnvironment() : { socketPath })
  await using events = await lxd.events({ types: ['lifecycle', 'operation'] })
  const { volumes } = await lxd.storagePools.get(poolName)
  const name = `example-${Date.now().toString(36)}`
  const volume = await volumes.create({ name })
  const copy = await volume.copy(`${name}-copy`, {
    onProgress: ({ operation }) => console.log(`copy: ${operation.status}`),
  })
  await copy.delete()
  await volume.delete()

  for await (const event of events) {
    if (event.type === 'gap') console.log('some events are missing here')
    if (event.type === 'operation') console.log(`${event.metadata.description}: ${event.metadata.status}`)
    if (event.type !== 'lifecycle') continue
    console.log(`${event.metadata.action}: ${event.metadata.source}`)
    if (event.metadata.action === 'storage-volume-deleted' && event.metadata.source.endsWith(name)) break
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
