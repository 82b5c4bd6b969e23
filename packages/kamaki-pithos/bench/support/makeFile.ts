import { randomFillSync } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A directory with a file of random bytes: no two blocks are the same. */
export interface BenchFile extends Disposable {
  readonly file: string
  readonly directory: string
}

/** Makes the file; it goes with its directory. */
export function makeFile(bytes: number): BenchFile {
  const directory = mkdtempSync(join(tmpdir(), 'pithos-bench-'))
  const file = join(directory, 'source')
  const handle = openSync(file, 'w')
  const block = new Uint8Array(4_194_304)
  for (let written = 0; written < bytes; written += block.length) {
    writeSync(handle, randomFillSync(block), 0, Math.min(block.length, bytes - written))
  }
  closeSync(handle)
  return { file, directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true }) }
}
