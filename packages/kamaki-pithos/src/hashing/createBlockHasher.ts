import { builtinModule, ProtocolError } from '@x/core-errors'
import type { BlockHasher } from './BlockHasher.js'
import { toHex } from './toHex.js'
import { trimZeros } from './trimZeros.js'

const subtleNames: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}

// Below that, handing the bytes over takes longer than hashing them.
const leastAside = 262_144

/**
 * Makes the hasher for what a container calls its block hash. In Node, Bun and Deno every algorithm of OpenSSL works, at
 * once and without a copy; in browsers the SHA family of SubtleCrypto, which exists on `https:` pages and `localhost`.
 *
 * @param algorithm - The value of `X-Container-Block-Hash`, or `block_hash` of a hashmap: `sha256`.
 * @throws {ProtocolError} when the algorithm is not known here.
 */
export function createBlockHasher(algorithm: string): BlockHasher {
  const subtle = subtleDigest(algorithm)
  const digest = nodeDigest(algorithm) ?? subtle
  if (digest === undefined) {
    throw new ProtocolError(`The container hashes its blocks with «${algorithm}», which can't be computed here`, {
      path: 'blockHash',
    })
  }
  let isBusy = false
  return {
    algorithm,
    hexLength: digest.hexLength,
    block: (bytes) => digest.hex(trimZeros(bytes)),
    blockAside: async (bytes) => {
      // One copy at a time: when another one is being hashed, there is no thread to gain anyhow.
      if (bytes.length < leastAside || isBusy || subtle === undefined) return digest.hex(trimZeros(bytes))
      isBusy = true
      try {
        return await subtle.hex(trimZeros(bytes))
      } finally {
        isBusy = false
      }
    },
    digest: digest.hex,
  }
}

interface Digest {
  hexLength: number
  hex: (bytes: Uint8Array) => string | Promise<string>
}

function nodeDigest(algorithm: string): Digest | undefined {
  const crypto = builtinModule<typeof import('node:crypto')>('node:crypto')
  if (crypto === undefined) return undefined
  const name = algorithm.replaceAll('_', '-') // Python spells sha3_256 what OpenSSL spells sha3-256
  if (!crypto.getHashes().some((known) => known.toLowerCase() === name.toLowerCase())) return undefined
  const hex = (bytes: Uint8Array) => crypto.createHash(name).update(bytes).digest('hex')
  return { hexLength: hex(new Uint8Array()).length, hex }
}

function subtleDigest(algorithm: string): Digest | undefined {
  const name = subtleNames[algorithm.toLowerCase()]
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (name === undefined || subtle === undefined) return undefined
  const bits = name === 'SHA-1' ? 160 : Number(name.slice(4))
  const hex = async (bytes: Uint8Array) =>
    toHex(new Uint8Array(await subtle.digest(name, bytes as Uint8Array<ArrayBuffer>)))
  return { hexLength: bits / 4, hex }
}
