import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFakeLxd } from '@x/lxd/testing'
import { runStory } from '../python/runStory.ts'
import type { Suite } from '../Suite.ts'

/** LXD's library for Python, over the unix socket of the fake. */
export const pylxd: Suite = {
  name: 'pylxd',
  module: 'pylxd',
  async *run(python) {
    const directory = await mkdtemp(join(tmpdir(), 'conformance-'))
    try {
      const socketPath = join(directory, 'unix.socket')
      await using fake = await createFakeLxd({ socketPath })
      yield* runStory(python, 'pylxd_story.py', [socketPath, fake.image])
    } finally {
      await rm(directory, { recursive: true })
    }
  },
}
