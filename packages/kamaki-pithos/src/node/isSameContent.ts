import { createBlockHasher } from '../hashing/createBlockHasher.js'
import type { BlockInfo } from '../hashing/Hashmap.js'
import { topHash } from '../hashing/topHash.js'
import { fileSource } from './fileSource.js'

/** Whether a file has the size and the top hash of an object. */
export async function isSameContent(
  path: string,
  size: number,
  object: { bytes: number; x_object_hash?: string },
  info: BlockInfo,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (size !== object.bytes || object.x_object_hash === undefined) return false
  const hasher = createBlockHasher(info.blockHash)
  const buffer = new Uint8Array(Math.min(info.blockSize, size))
  await using source = await fileSource(path)
  const hashes: string[] = []
  for (let position = 0; position < size; position += info.blockSize) {
    signal?.throwIfAborted()
    const length = Math.min(info.blockSize, size - position)
    hashes.push(await hasher.block(await source.read(position, length, () => buffer)))
  }
  return (await topHash(hashes, hasher)) === object.x_object_hash.toLowerCase()
}
