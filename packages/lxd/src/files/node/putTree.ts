import { lstat, readdir, readlink } from 'node:fs/promises'
import { mapConcurrent } from '@x/core-errors'
import type { LxdCallOptions } from '../../LxdCallOptions.js'
import type { LxdClient } from '../../LxdClient.js'
import type { FilePlace } from '../FilePlace.js'
import { makeInstanceDirectory } from '../makeInstanceDirectory.js'
import { makeInstanceSymlink } from '../makeInstanceSymlink.js'
import type { PutTreeSettings, TreeResult } from '../TreeSettings.js'
import { type FoundFile, walkTree } from '../walkTree.js'
import { writeInstanceFile } from '../writeInstanceFile.js'
import { filePieces } from './filePieces.js'

interface LocalFile {
  type: 'file' | 'directory' | 'symlink' | 'other'
  mode: number
  entries?: readonly string[]
}

/** Copies a local directory, or file, into an instance. See `instance.files.recursivePut`. */
export async function putTree(
  client: LxdClient,
  localPath: string,
  place: FilePlace,
  settings: PutTreeSettings,
  options: LxdCallOptions,
): Promise<TreeResult> {
  const { concurrency = 4, symlinks = 'create', uid, gid, mode } = settings
  const result = { files: 0, directories: 0, symlinks: 0, bytes: 0, skipped: [] as string[] }
  const at = (relativePath: string): FilePlace =>
    relativePath === '' ? place : { ...place, path: `${place.path.replace(/\/+$/, '')}/${relativePath}` }

  // Directories are made here, one after the other, so that each is there before what goes into it.
  async function* contents(): AsyncGenerator<FoundFile<LocalFile>> {
    for await (const found of walkTree(localPath, readLocal)) {
      if (found.file.type !== 'directory') yield found
      else {
        // Its own mode always: with the mode of a file nobody could enter it.
        await makeInstanceDirectory(client, at(found.relativePath), { uid, gid, mode: found.file.mode }, options)
        result.directories++
      }
    }
  }

  const reusesBuffers = await client.transport.sendsAtOnce()
  async function* counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      result.bytes += piece.byteLength
      yield piece
    }
  }

  const copy = async ({ path, relativePath, file }: FoundFile<LocalFile>, signal: AbortSignal): Promise<void> => {
    const call = { ...options, signal }
    const destination = at(relativePath)
    if (file.type === 'symlink' && symlinks === 'create') {
      await makeInstanceSymlink(client, destination, await readlink(path), call)
      result.symlinks++
    } else if (file.type === 'file') {
      const body = counted(filePieces(path, reusesBuffers))
      await writeInstanceFile(client, destination, body, { uid, gid, mode: mode ?? file.mode }, call)
      result.files++
    } else result.skipped.push(path)
  }

  await mapConcurrent(contents(), (found, _index, signal) => copy(found, signal), {
    concurrency,
    signal: options.signal,
  })
  return result
}

async function readLocal(path: string): Promise<LocalFile> {
  const stat = await lstat(path)
  const mode = stat.mode & 0o7777
  if (stat.isDirectory()) return { type: 'directory', mode, entries: (await readdir(path)).sort() }
  const type = stat.isFile() ? 'file' : stat.isSymbolicLink() ? 'symlink' : 'other'
  return { type, mode }
}
