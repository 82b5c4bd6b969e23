// Makes objects like a directory, changes a file, and does so again: only what differs is transferred.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos } from '@x/kamaki-pithos'
import { sync } from '@x/kamaki-pithos/node'

const pithos = createPithos({ session: createSynnefoSession(configFromEnvironment()), container: 'pithos' })

const directory = await mkdtemp(join(tmpdir(), 'pithos-example-'))
try {
  await mkdir(join(directory, 'drafts'))
  await writeFile(join(directory, 'readme.txt'), 'What this is about.\n')
  await writeFile(join(directory, 'drafts', 'letter.txt'), 'Dear all,\n')
  const shared = { directory, prefix: 'papers', direction: 'up', delete: true } as const
  const first = await sync(pithos, shared)
  console.log(`Uploaded: ${first.transferred.join(', ')}`)

  await writeFile(join(directory, 'readme.txt'), 'What this is really about.\n')
  await rm(join(directory, 'drafts', 'letter.txt'))
  const { transferred, unchanged, deleted } = await sync(pithos, shared)
  console.log(`Uploaded: ${transferred.join(', ')}; deleted: ${deleted.join(', ')}; as before: ${unchanged.length}`)
} finally {
  await rm(directory, { recursive: true })
}
