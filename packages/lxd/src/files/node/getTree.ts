import { constants } from 'node:fs'
import { chmod, lstat, mkdir, open, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { ConfigurationError, mapConcurrent } from '@x/core-errors'
import type { LxdCallOptions } from '../../LxdCallOptions.js'
import type { LxdClient } from '../../LxdClient.js'
import type { FilePlace } from '../FilePlace.js'
import type { LxdFile, LxdRegularFile } from '../LxdFile.js'
import type { TreeResult, TreeSettings } from '../TreeSettings.js'
import { walkInstanceFiles } from '../walkInstanceFiles.js'
import type { FoundFile } from '../walkTree.js'
import { copyInto } from './copyInto.js'

/** Copies a directory, or file, of an instance to a local path. See `instance.files.recursiveGet`. */
export async function getTree(
  client: LxdClient,
  place: FilePlace,
  localPath: string,
  settings: TreeSettings,
  options: LxdCallOptions,
): Promise<TreeResult> {
  const { concurrency = 4, symlinks = 'create' } = settings
  const result = { files: 0, directories: 0, symlinks: 0, bytes: 0, skipped: [] as string[] }
  const stop = new AbortController()
  const modes: { path: string; mode: number }[] = []

  // Directories are made here, one after the other, so that each is there before what goes into it.
  async function* contents(): AsyncGenerator<FoundFile<LxdFile>> {
    const reading = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal])
    for await (const found of walkInstanceFiles(client, place, { ...options, signal: reading })) {
      if (found.file.type !== 'directory') yield found
      else {
        const path = join(localPath, found.relativePath)
        await makeDirectory(path, found.relativePath === '')
        modes.push({ path, mode: found.file.mode })
        result.directories++
      }
    }
  }

  const copy = async ({ path, relativePath, file }: FoundFile<LxdFile>, signal: AbortSignal): Promise<void> => {
    const destination = join(localPath, relativePath)
    if (file.type === 'file') {
      const bytes = await writeLocal(destination, file, signal)
      result.bytes += bytes
      result.files++
    } else if (file.type === 'symlink' && symlinks === 'create') {
      await symlink(localTarget(path, place.path, file.target), destination)
      result.symlinks++
    } else result.skipped.push(path)
  }

  const { signal } = options
  try {
    await mapConcurrent(contents(), (found, _index, stopped) => copy(found, stopped), { concurrency, signal })
  } catch (error) {
    // A file that was opened and that nobody took must not keep its connection.
    stop.abort(error)
    throw error
  }
  // Last, and the deepest first: a directory that may not be written to could not be filled.
  for (const { path, mode } of modes.reverse()) await chmod(path, mode)
  return result
}

// A link where a directory should be made would lead out of the tree: servers can't be trusted to send names once.
async function makeDirectory(path: string, isRoot: boolean): Promise<void> {
  await mkdir(path, { recursive: isRoot, mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await lstat(path)).isDirectory()) throw error
  })
}

async function writeLocal(path: string, remote: LxdRegularFile, signal: AbortSignal): Promise<number> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW
  try {
    await using file = await open(path, flags, 0o600)
    const bytes = await copyInto(file, remote, signal)
    await file.chmod(remote.mode)
    return bytes
  } catch (error) {
    await remote.stream.cancel(error).catch(() => {}) // it may have failed itself
    if ((error as NodeJS.ErrnoException).code !== 'ELOOP') throw error
    throw new ConfigurationError(`${path} is a symbolic link, which is not written through`, { cause: error })
  }
}

// Servers make the targets of links absolute. Inside the copied tree they become relative again, so that they still lead
// to the copy.
function localTarget(path: string, root: string, target: string): string {
  const base = root.replace(/\/+$/, '')
  return target === base || target.startsWith(`${base}/`) ? relative(dirname(path), target) || '.' : target
}
