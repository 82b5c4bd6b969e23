import { rm, rmdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deleteObject } from '../actions/deleteObject.js'
import type { PithosClient } from '../createPithosClient.js'
import type { DirectoryOptions, DirectoryParameters } from './DirectoryOptions.js'
import type { DirectoryReport } from './DirectoryReport.js'
import { downloadDirectory } from './downloadDirectory.js'
import { type LocalEntry, localFiles } from './localFiles.js'
import { onFile } from './onFile.js'
import { prefixOf, remoteObjects } from './remoteObjects.js'
import { uploadDirectory } from './uploadDirectory.js'

/** What {@link sync} takes. */
export interface SyncParameters extends DirectoryParameters {
  /** `up` makes the objects like the directory, `down` the directory like the objects. */
  direction: 'up' | 'down'
  /** Deletes what the other side does not have. @default false */
  delete?: boolean | undefined
}

/**
 * Makes one side like the other: transfers what differs by its hash and, when it is asked to, deletes what is too much.
 * Nothing is deleted before everything is transferred, and nothing that `include` leaves out.
 *
 * @param client - A client from `createPithosClient` or `createPithos`.
 * @param parameters - Which directory and which objects, and which way.
 * @param options - `signal`, `concurrency` (blocks of one file), `onProgress` (of each file), `onFile`, `retry`.
 * @throws {FileAccessError} when a file can't be read or written.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * await sync(pithos, { directory: 'photos', prefix: 'photos', direction: 'up', delete: true })
 */
export async function sync(
  client: PithosClient,
  parameters: SyncParameters,
  options: DirectoryOptions = {},
): Promise<DirectoryReport> {
  const { direction, delete: mayDelete = false, ...shared } = parameters
  const report = await (direction === 'up' ? uploadDirectory : downloadDirectory)(client, shared, options)
  if (!mayDelete) return report
  const root = resolve(shared.directory instanceof URL ? fileURLToPath(shared.directory) : shared.directory)
  const remote = await remoteObjects(client, shared, options)
  const local = new Map<string, LocalEntry>()
  for await (const entry of localFiles(root)) if (shared.include?.(entry.name) ?? true) local.set(entry.name, entry)
  const deleted = await (direction === 'up' ? deleteObjects() : deleteFiles())
  return { ...report, deleted }

  async function deleteObjects(): Promise<string[]> {
    const names = [...remote.keys()].filter((name) => !local.has(name)).map((name) => prefixOf(shared) + name)
    const { signal, timeoutMs, headers } = options
    const { container, account } = shared
    for (const obj of names) await deleteObject(client, { container, account, obj }, { signal, timeoutMs, headers })
    return names
  }

  // From the deepest up, so that directories are empty when it is their turn.
  async function deleteFiles(): Promise<string[]> {
    const needed = new Set<string>()
    for (let name of remote.keys()) {
      for (; name !== '' && !needed.has(name); name = name.slice(0, Math.max(0, name.lastIndexOf('/'))))
        needed.add(name)
    }
    const extra = [...local.values()].filter(({ name }) => !needed.has(name)).reverse()
    for (const { path, kind } of extra) {
      options.signal?.throwIfAborted()
      await onFile('deleted', path, () => (kind === 'directory' ? rmdir(path) : rm(path)))
    }
    return extra.map(({ path }) => path)
  }
}
