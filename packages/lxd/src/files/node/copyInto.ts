import type { FileHandle } from 'node:fs/promises'
import type { LxdDownload } from '../../LxdDownload.js'

const pieceBytes = 1_048_576

/**
 * Writes a body into an open file, from its beginning: one piece is written while the next one arrives.
 *
 * @param size - How long the body is said to be.
 */
export async function copyInto(
  file: FileHandle,
  { readInto, size = pieceBytes }: Pick<LxdDownload, 'readInto' | 'size'>,
  signal: AbortSignal,
): Promise<number> {
  // With room for one more byte, so that the end of a small body is seen at once.
  let arrived = new Uint8Array(Math.min(pieceBytes, size + 1))
  let length = await readInto(arrived)
  if (length < arrived.byteLength) {
    await writeFully(file, arrived.subarray(0, length), 0)
    return length
  }
  let spare = new Uint8Array(pieceBytes)
  let bytes = 0
  while (length > 0) {
    signal.throwIfAborted()
    const [next] = await settled(readInto(spare), writeFully(file, arrived.subarray(0, length), bytes))
    bytes += length
    length = next
    ;[arrived, spare] = [spare, arrived]
  }
  return bytes
}

// Both have ended when this settles: neither buffer is in use any more.
async function settled<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return Promise.all([one, other])
}

async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    done += (await file.write(bytes, done, bytes.byteLength - done, position + done)).bytesWritten
  }
}
