import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unreadable } from './readConfigText.js'
import type { StorPoolConfigFileOptions } from './StorPoolConfigFileOptions.js'

/**
 * The files that make up the configuration, in the order in which they are read: `/etc/storpool.conf`, also when it does
 * not exist, then every entry of `/etc/storpool.conf.d` whose name ends in `.conf` and does not begin with a dot, sorted
 * by code point.
 *
 * @throws {StorPoolConfigError} when the folder exists but can't be listed.
 */
export async function listStorPoolConfigFiles(options: StorPoolConfigFileOptions = {}): Promise<string[]> {
  const { root = '/', missingOk = false, signal } = options
  signal?.throwIfAborted()
  const folder = join(root, 'etc/storpool.conf.d')
  const files = [join(root, 'etc/storpool.conf'), ...(await dropIns(folder)).map((name) => join(folder, name))]
  if (!missingOk) return files
  const regular = await Promise.all(files.map(isRegularFile))
  return files.filter((_, index) => regular[index])
}

async function dropIns(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { encoding: 'buffer' })
    // The order of UTF-8 bytes is the order of code points; JavaScript's own order is that of UTF-16 units.
    const sorted = names.sort(Buffer.compare).map((name) => name.toString('utf8'))
    return sorted.filter((name) => name.endsWith('.conf') && !name.startsWith('.'))
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return []
    throw unreadable(folder, error)
  }
}

async function isRegularFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile()
  } catch {
    return false // missing, a dangling link, or out of reach: none of them is a regular file to this process
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === code
