import { lstat, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { FileAccessError } from './FileAccessError.js'
import { onFile } from './onFile.js'

/**
 * Makes a directory below another one. No part of the way may be a symbolic link: what is written below would end up
 * somewhere else.
 *
 * @throws {FileAccessError}
 */
export async function ensureDirectory(root: string, path: string): Promise<void> {
  if (path === root) {
    await onFile('made', path, () => mkdir(path, { recursive: true }))
    return
  }
  await ensureDirectory(root, dirname(path))
  const stat = await lstat(path).catch(() => undefined)
  if (stat === undefined) await onFile('made', path, () => mkdir(path))
  else if (!stat.isDirectory()) {
    throw new FileAccessError(`${path} can't be used as a directory: it is something else`, { path, code: 'ENOTDIR' })
  }
}
