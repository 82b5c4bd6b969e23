import { builtinModule } from '@x/core-errors'

interface Hash {
  update(bytes: Uint8Array): Hash
  digest(form: 'hex'): string
}

/** `node:crypto` where there is one. */
export function builtinCrypto(): { createHash(algorithm: string): Hash } | undefined {
  return builtinModule('node:crypto')
}
