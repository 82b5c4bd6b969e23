import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onFile } from './onFile.js'

/** One entry of a local directory. */
export interface LocalEntry {
  /** Path below the directory, with `/`. */
  readonly name: string
  readonly path: string
  readonly kind: 'file' | 'directory' | 'other'
  /** In bytes. */
  readonly size: number
}

/** Everything below a directory, the deepest last, in the order of the names. Symbolic links are not followed. */
export async function* localFiles(directory: string, below = ''): AsyncGenerator<LocalEntry, void, undefined> {
  const names = await onFile('read', directory, () => readdir(directory))
  for (const base of names.sort()) {
    const path = join(directory, base)
    const stat = await onFile('read', path, () => lstat(path))
    const name = below + base
    const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other'
    yield { name, path, kind, size: stat.size }
    if (kind === 'directory') yield* localFiles(path, `${name}/`)
  }
}
