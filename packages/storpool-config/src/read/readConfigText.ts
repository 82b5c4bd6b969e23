import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { StorPoolConfigError } from '../parse/StorPoolConfigError.js'

/** Far above any real file of settings; a device that never ends must not fill the memory. */
const largestFile = 4 * 1024 * 1024

/** Reads one file as UTF-8. @throws {StorPoolConfigError} when it can't be opened, is not a file, is too large or holds an invalid byte. */
export async function readConfigText(file: string): Promise<string> {
  let handle: FileHandle | undefined
  try {
    // Without O_NONBLOCK a pipe of that name would keep the process waiting for a writer.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = await handle.stat()
    if (!stats.isFile() && !stats.isCharacterDevice()) {
      throw new StorPoolConfigError(`${file} is not a file`, { file })
    }
    const bytes = await readBounded(handle, file)
    return decode(bytes, file)
  } catch (error) {
    throw error instanceof StorPoolConfigError ? error : unreadable(file, error)
  } finally {
    await handle?.close()
  }
}

/** The error for a path that the system refuses to open or read. */
export function unreadable(file: string, error: unknown): StorPoolConfigError {
  const reason = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error)
  return new StorPoolConfigError(`${file} can't be read: ${reason}`, { file, cause: error })
}

async function readBounded(handle: FileHandle, file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024))
    if (bytesRead === 0) return Buffer.concat(chunks)
    chunks.push(buffer.subarray(0, bytesRead))
    length += bytesRead
    if (length > largestFile) throw new StorPoolConfigError(`${file} is larger than ${largestFile} bytes`, { file })
  }
}

function decode(bytes: Uint8Array, file: string): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    const line = firstInvalidLine(bytes, decoder)
    throw new StorPoolConfigError(`${file}:${line} holds a byte that is not UTF-8`, { file, line, cause })
  }
}

function firstInvalidLine(bytes: Uint8Array, decoder: TextDecoder): number {
  let line = 1
  let start = 0
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0x0a && !(byte === 0x0d && bytes[index + 1] !== 0x0a)) continue
    try {
      decoder.decode(bytes.subarray(start, index))
    } catch {
      break // this is what was looked for
    }
    line++
    start = index + 1
  }
  return line
}
