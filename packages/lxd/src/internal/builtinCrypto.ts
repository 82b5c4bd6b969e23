interface Hash {
  update(bytes: Uint8Array): Hash
  digest(form: 'hex'): string
}

/** `node:crypto` where there is one. Asked for by name, not imported: browsers load this file too. */
export function builtinCrypto(): { createHash(algorithm: string): Hash } | undefined {
  const process = globalThis.process as { getBuiltinModule?: (id: string) => unknown } | undefined
  return process?.getBuiltinModule?.('node:crypto') as { createHash(algorithm: string): Hash } | undefined
}
