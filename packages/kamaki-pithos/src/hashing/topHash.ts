import { ProtocolError } from '@x/core-errors'
import type { BlockHasher } from './BlockHasher.js'
import { fromHex } from './fromHex.js'

/**
 * The hash of a whole object: the root of the tree over the hashes of its blocks. It is what the server answers as
 * `X-Object-Hash`, and as `ETag` unless it computes MD5 sums. The size is no part of it: zeros at the end of the last
 * block change nothing.
 *
 * @param hashes - Hexadecimal, in order, repeated blocks repeated.
 * @throws {ProtocolError} when a hash is not hexadecimal.
 * @see Synnefo 0.21, hashmaps of snf-pithos-backend
 */
export async function topHash(hashes: readonly string[], hasher: BlockHasher): Promise<string> {
  const [first] = hashes
  if (first === undefined) return hasher.digest(new Uint8Array())
  if (hashes.length === 1) return first.toLowerCase()
  // The server fills up to a power of two with digests that are all zeros; a pair of fillers is the same all along a layer.
  let filler = '0'.repeat(first.length)
  let layer: readonly string[] = hashes
  while (layer.length > 1) {
    const next: string[] = []
    for (let index = 0; index < layer.length; index += 2) {
      next.push(await joined(layer[index] ?? filler, layer[index + 1] ?? filler, hasher))
    }
    filler = await joined(filler, filler, hasher)
    layer = next
  }
  return layer[0] ?? ''
}

function joined(left: string, right: string, hasher: BlockHasher): string | Promise<string> {
  const bytes = fromHex(left + right)
  if (bytes === undefined || left.length !== right.length) {
    throw new ProtocolError('A hashmap has a hash that is not hexadecimal, or hashes of different lengths', {
      path: 'hashes',
    })
  }
  return hasher.digest(bytes)
}
