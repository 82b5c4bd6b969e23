// Starts a container, runs commands in it, writes and reads a file, and goes back to a snapshot.
import { createLxd } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'

const { LXD_SOCKET: socketPath, LXD_POOL: pool = 'default', LXD_IMAGE: alias = 'busybox' } = process.env
try {
  await using lxd = createLxd(socketPath === undefined ? configFromEnvironment() : { socketPath })
  const name = `example-${Date.now().toString(36)}`
  const instance = await lxd.instances.create({
    name,
    source: { type: 'image', alias },
    profiles: [],
    devices: { root: { type: 'disk', path: '/', pool } },
    start: true,
  })
  try {
    console.log(`${instance.name} is ${instance.status}`)
    const { stdout } = await instance.execute(['echo', 'hello from inside'])
    console.log(stdout.trimEnd())
    const { exitCode } = await instance.execute(['sh', '-c', 'exit 3'])
    console.log(`A command that ends with ${exitCode}`)

    await instance.files.put('/var/note', 'before')
    const snapshot = await instance.snapshots.create({ name: 'first' })
    await instance.files.put('/var/note', 'after')
    await instance.stop({ force: true })
    await snapshot.restore()
    const file = await instance.files.get('/var/note')
    if (file.type === 'file') console.log(`The note says: ${await new Response(file.stream).text()}`)
  } finally {
    await instance.delete({ force: true })
    console.log('Deleted')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
