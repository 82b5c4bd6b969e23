// Run as packed by every runtime that has sockets and files: a file goes to a fake store on loopback and comes back.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createPithos } from '@x/kamaki-pithos'
import { downloadFile, uploadFile } from '@x/kamaki-pithos/node'
import { createFakePithos } from '@x/kamaki-pithos/testing'

const folder = await mkdtemp(join(tmpdir(), 'pithos-'))
try {
  const fake = await createFakeSynnefo({ services: [createFakePithos({ blockSize: 65_536 })] })
  const session = createSynnefoSession({ url: fake.url, token: fake.token })
  const pithos = createPithos({ session, container: 'pithos' })
  await pithos.createContainer()
  const [from, to] = [join(folder, 'from'), join(folder, 'to')] as const
  const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) >> 8)
  await writeFile(from, content)
  await uploadFile(pithos, { obj: 'a', file: from })
  await downloadFile(pithos, { obj: 'a', file: to })
  if (!(await readFile(to)).equals(content)) throw new Error('other bytes came back')
  await fake.close()
} finally {
  await rm(folder, { recursive: true })
}
console.log('done')
