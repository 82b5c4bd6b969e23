import { builtinCrypto } from '../internal/builtinCrypto.js'
import { goJson } from './goJson.js'

/**
 * The ETag that LXD makes of some values: the SHA-256 of their JSON, one line, as Go writes it. `undefined` in browsers,
 * which can't hash at once.
 */
export function etagOfJson(values: readonly unknown[]): string | undefined {
  const hash = builtinCrypto()?.createHash('sha256')
  if (hash === undefined) return undefined
  return `"${hash.update(new TextEncoder().encode(`${goJson(values)}\n`)).digest('hex')}"`
}
