import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLxd } from '../../src/index.js'
import { type CreateFakeLxdParameters, createFakeLxd } from '../../src/testing/index.js'
import type { Target } from '../suites/Target.js'

/** A fake on a unix socket, for the suites that also run on a real daemon. */
export async function startFakeTarget({ exec }: Pick<CreateFakeLxdParameters, 'exec'> = {}): Promise<{
  target: Target
  close(): Promise<void>
}> {
  const directory = await mkdtemp(join(tmpdir(), 'fake-lxd-'))
  const fake = await createFakeLxd({
    socketPath: join(directory, 'unix.socket'),
    exec,
    pools: [
      { name: 'p1', driver: 'dir' },
      { name: 'p2', driver: 'btrfs', config: { size: '1GiB' } },
    ],
  })
  return {
    target: {
      name: 'the fake',
      connect: (parameters) => createLxd({ ...fake.connection, ...parameters }),
      dirPool: 'p1',
      btrfsPool: 'p2',
      image: fake.image,
      stateDirectory: undefined,
      sharesProcess: true,
      hasTerminals: false,
      hasUsers: process.getuid?.() === 0,
    },
    async close() {
      await fake.close()
      await rm(directory, { recursive: true })
    },
  }
}
