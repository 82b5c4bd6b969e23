// Run as packed by every runtime that has unix sockets: operations and events of a fake server.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLxd } from '@x/lxd'
import { createFakeLxd } from '@x/lxd/testing'

const folder = await mkdtemp(join(tmpdir(), 'lxd-'))
try {
  const fake = await createFakeLxd({ socketPath: join(folder, 'unix.socket') })
  const lxd = createLxd(fake.connection)
  const instance = await lxd.instances.create({ name: 'web-1', source: { type: 'image', alias: fake.image } })
  await instance.start()
  const names = (await lxd.instances.all()).map(({ name }) => name)
  if (names.join() !== 'web-1') throw new Error(`the instances are ${names.join()}`)
  await instance.stop({ force: true })
  await lxd.close()
  await fake.close()
} finally {
  await rm(folder, { recursive: true })
}
console.log('done')
