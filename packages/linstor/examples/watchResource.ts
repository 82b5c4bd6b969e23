// Shows what becomes of a resource while it is created and removed: node examples/watchResource.ts [node]
import { connectLinstor, expectSuccess, openResource, Volume } from '@x/linstor'

const [nodeName = 'alpha'] = process.argv.slice(2)

try {
  await using linstor = await connectLinstor(process.env['LINSTOR_URI'] ?? 'linstor://localhost')
  const watched = await openResource(linstor, { name: 'watched' })
  watched.setVolume(0, new Volume('10 MiB'))

  // The watch is there before anything happens, so that nothing is missed.
  const watch = linstor.watchEvents({ resourceName: watched.name, reconnect: true })
  expectSuccess(await watch.ready)
  const creation = watched.diskful(nodeName, { timeoutMs: 60_000 })
  let removal: Promise<void> | undefined
  for await (const event of watch) {
    if (event.kind === 'gap') console.log(`some events are missing: ${event.reason}`)
    else if (event.eventName === 'VlmDiskState') {
      console.log(`volume ${event.volumeNumber} on ${event.nodeName}: ${event.data?.diskState ?? event.action}`)
      if (event.data?.diskState === 'UpToDate') removal ??= creation.then(() => watched.delete())
      if (event.action === 'CloseRemoved') break
    }
  }
  await removal
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
