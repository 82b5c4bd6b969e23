import { lstat, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, ConfigurationError, sleep } from '@x/core-errors'

/** Which volume to wait for, and how. */
export interface VolumeDevLinkWaitParameters {
  /** Name of the volume, as its link in `/dev/storpool` is called. */
  volumeName: string
  /** Whether to wait until it is there, or until it is gone. */
  attach: boolean
  /** Time between two looks, in milliseconds. @default 200 */
  pollMs?: number | undefined
  /** Upper bound of the wait, in milliseconds. @default 60_000 */
  maxMs?: number | undefined
  /** @default '/dev/storpool' */
  folder?: string | undefined
}

/** How a wait can end early. */
export interface VolumeDevLinkWaitOptions {
  signal?: AbortSignal | undefined
  /** @default the system's */
  clock?: Clock | undefined
}

/**
 * Waits on a host until the device of a volume is there, or gone. A link that leads nowhere counts as gone.
 *
 * @returns Whether it came to that within the time.
 * @throws {ConfigurationError} when the name can't be that of a link, or what stands there is no link.
 * @see StorPool bindings 7.3.0, `volumeDevLinkWait`
 */
export async function volumeDevLinkWait(
  parameters: VolumeDevLinkWaitParameters,
  options: VolumeDevLinkWaitOptions = {},
): Promise<boolean> {
  const { volumeName, attach, pollMs = 200, maxMs = 60_000, folder = '/dev/storpool' } = parameters
  if (!/^[^/\0]+$/.test(volumeName) || volumeName === '.' || volumeName === '..') {
    throw new ConfigurationError('volumeName must be the name of a link', { path: 'volumeName' })
  }
  const path = join(folder, volumeName)
  for (let left = Math.max(1, Math.floor(maxMs / pollMs)); left > 0; left--) {
    options.signal?.throwIfAborted()
    if ((await linkLeadsSomewhere(path)) === attach) return true
    if (left > 1) await sleep(pollMs, options)
  }
  return false
}

async function linkLeadsSomewhere(path: string): Promise<boolean> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) throw new ConfigurationError(`${path} is no symbolic link`, { path })
    await stat(path)
    return true
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
