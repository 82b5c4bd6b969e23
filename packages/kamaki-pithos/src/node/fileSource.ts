import { type FileHandle, open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { RandomAccessSource } from '../transfer/upload/RandomAccessSource.js'
import { FileAccessError } from './FileAccessError.js'
import { onFile } from './onFile.js'

/** An open file to upload. */
export interface FileSource extends RandomAccessSource, AsyncDisposable {
  /** Closes the file, unless it was open before. Calling it again does nothing. */
  readonly close: () => Promise<void>
}

/**
 * Opens a file to upload. It is read block by block; a block that is missing on the server is read once more.
 *
 * @param file - Its path, or a handle, which stays open.
 * @throws {FileAccessError} when it can't be opened, or is not a regular file.
 * @example
 * await using source = await fileSource('disk.img')
 * await pithos.upload({ obj: 'disk.img', source })
 */
export async function fileSource(file: string | URL | FileHandle): Promise<FileSource> {
  const path = nameOf(file)
  const isOwn = typeof file === 'string' || file instanceof URL
  const handle = isOwn ? await onFile('opened', path, () => open(file, 'r')) : file
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= isOwn ? handle.close() : Promise.resolve()
    return closed
  }
  try {
    const stat = await onFile('read', path, () => handle.stat())
    if (!stat.isFile()) throw new FileAccessError(`${path} can't be uploaded: it is no regular file`, { path })
    return {
      size: stat.size,
      read: (position, length, buffer) => onFile('read', path, () => readFully(handle, position, length, buffer())),
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A file's name for messages. */
export const nameOf = (file: string | URL | FileHandle): string =>
  typeof file === 'string' ? file : file instanceof URL ? fileURLToPath(file) : `the file with descriptor ${file.fd}`

/** Reads until there is enough or the file ends: one call may read less. */
export async function readFully(
  handle: FileHandle,
  position: number,
  length: number,
  buffer: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
