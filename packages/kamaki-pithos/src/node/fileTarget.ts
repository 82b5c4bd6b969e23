import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { RandomAccessTarget } from '../transfer/DownloadTarget.js'
import { nameOf, readFully } from './fileSource.js'
import { onFile } from './onFile.js'

/** How a file is written. */
export interface FileTargetOptions {
  /**
   * Goes on with what is in the file already: blocks that are right are not fetched. `false` empties it first.
   *
   * @default true
   */
  resume?: boolean | undefined
  /** Refuses to write through a symbolic link. @default false */
  noFollow?: boolean | undefined
}

/** A file that a download goes to. */
export interface FileTarget extends RandomAccessTarget, AsyncDisposable {
  /** Closes the file, unless it was open before. Calling it again does nothing. */
  readonly close: () => Promise<void>
}

/**
 * A file to download to. It is opened, and made when it is missing, when there is something to write; so a download that
 * fails before leaves nothing behind. One that fails later leaves a file with which the next one goes on.
 *
 * @param file - Its path, or a handle that is open for reading and writing, which stays open.
 * @example
 * await using target = fileTarget('disk.img')
 * await pithos.download({ obj: 'disk.img', target })
 */
export function fileTarget(file: string | URL | FileHandle, options: FileTargetOptions = {}): FileTarget {
  const { resume = true, noFollow = false } = options
  const path = nameOf(file)
  const isOwn = typeof file === 'string' || file instanceof URL
  const flags =
    constants.O_RDWR |
    constants.O_CREAT |
    (resume ? 0 : constants.O_TRUNC) |
    (noFollow ? (constants.O_NOFOLLOW ?? 0) : 0)
  let opened: Promise<FileHandle> | undefined
  const handle = (): Promise<FileHandle> => {
    opened ??= isOwn ? onFile('opened', path, () => open(file, flags)) : Promise.resolve(file)
    return opened
  }
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= (async () => {
      if (isOwn) await (await opened?.catch(() => undefined))?.close()
    })()
    return closed
  }
  return {
    size: async () => {
      const open = await handle()
      return resume ? (await onFile('read', path, () => open.stat())).size : 0
    },
    read: async (position, length, buffer) => {
      const open = await handle()
      return onFile('read', path, () => readFully(open, position, length, buffer()))
    },
    write: async (position, bytes) => {
      const open = await handle()
      await onFile('written', path, async () => {
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await open.write(bytes, done, bytes.length - done, position + done)
          done += bytesWritten
        }
      })
    },
    truncate: async (size) => {
      const open = await handle()
      await onFile('written', path, () => open.truncate(size))
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
