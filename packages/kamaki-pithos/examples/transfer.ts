// Uploads a file, downloads it, and uploads what was downloaded elsewhere, where no byte of it is sent any more.
import { randomFillSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos, type TransferProgress } from '@x/kamaki-pithos'
import { downloadFile, uploadFile } from '@x/kamaki-pithos/node'

const pithos = createPithos({ session: createSynnefoSession(configFromEnvironment()), container: 'pithos' })

// One line that is drawn again and again: done, total, and what needn't be transferred.
function bar(title: string): (progress: TransferProgress) => void {
  return ({ phase, total, transferred, skipped }) => {
    if (total === undefined) return
    const share = total === 0 ? 1 : (transferred + skipped) / total
    const filled = Math.round(share * 30)
    const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
    const figures = `${mebibytes(transferred)} MiB transferred, ${mebibytes(skipped)} MiB there already`
    const line = `${title} [${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${Math.round(share * 100)}% ${figures}`
    process.stdout.write(`\r${line.padEnd(110)}${phase === 'done' ? '\n' : ''}`)
  }
}

const directory = await mkdtemp(join(tmpdir(), 'pithos-example-'))
try {
  const image = join(directory, 'my-image.diskdump')
  await writeFile(image, randomFillSync(new Uint8Array(48 * 2 ** 20)))
  const obj = 'my-image.diskdump'
  await uploadFile(pithos, { file: image, obj }, { onProgress: bar('upload  ') })

  const copy = join(directory, 'copy.diskdump')
  const { info, isVerified } = await downloadFile(pithos, { obj, file: copy }, { onProgress: bar('download') })
  console.log(`${info.bytes} bytes, ${isVerified ? 'every block as its hash says' : 'not verified'}`)

  const again = await uploadFile(pithos, { file: copy, container: 'images', obj }, { onProgress: bar('upload  ') })
  if (again.sent === 0) console.log('The data are not uploaded, as they are already on the server')
} finally {
  await rm(directory, { recursive: true })
}
