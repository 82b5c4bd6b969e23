import { ConfigurationError } from '@x/core-errors'
import { builtinCrypto } from './builtinCrypto.js'

/** A SHA-256 that is fed piece by piece. */
export interface Sha256 {
  update(bytes: Uint8Array): void
  /** Hexadecimal digits. Call it once. */
  digest(): string
}

/** @throws {ConfigurationError} in browsers, whose SHA-256 takes whole buffers only. */
export function createSha256(): Sha256 {
  const hash = builtinCrypto()?.createHash('sha256')
  if (hash === undefined) throw new ConfigurationError('checksums of streams need Node, Bun or Deno')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}
