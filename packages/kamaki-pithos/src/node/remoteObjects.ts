import { listObjects } from '../actions/listObjects.js'
import type { PithosClient } from '../createPithosClient.js'
import type { ObjectEntry } from '../entries/ObjectEntry.js'
import type { DirectoryOptions, DirectoryParameters } from './DirectoryOptions.js'

/** What objects that belong to a directory are named by. */
export const prefixOf = ({ prefix = '' }: DirectoryParameters): string =>
  prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`

/** The objects that belong to a directory, by their path below it. */
export async function remoteObjects(
  client: PithosClient,
  parameters: DirectoryParameters,
  options: DirectoryOptions,
): Promise<Map<string, ObjectEntry>> {
  const { container, account, include = () => true } = parameters
  const { signal, timeoutMs, headers } = options
  const prefix = prefixOf(parameters)
  const found = new Map<string, ObjectEntry>()
  const target = { container, account, prefix: prefix === '' ? undefined : prefix }
  for await (const entry of listObjects(client, target, { signal, timeoutMs, headers })) {
    // The server drops a slash at the front of a prefix: what it answers then need not begin with it.
    if (entry.name === undefined || !entry.name.startsWith(prefix)) continue
    const name = entry.name.slice(prefix.length)
    if (name !== '' && include(name)) found.set(name, entry)
  }
  return found
}

/** Whether an object is a directory. */
export const isDirectoryType = (type: string | undefined): boolean =>
  ['application/directory', 'application/folder'].includes(type?.split(';')[0]?.trim() ?? '')
