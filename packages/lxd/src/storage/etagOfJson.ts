import { builtinCrypto } from '../internal/builtinCrypto.js'
import { goJson } from './goJson.js'

/** The ETag that LXD makes of some values: the SHA-256 of their JSON, one line, as Go writes it. */
export async function etagOfJson(values: object): Promise<string> {
  const bytes = new TextEncoder().encode(`${goJson(values)}\n`)
  // A list has hundreds of entries: where the runtime can hash at once, no thread is asked for each.
  const digest =
    builtinCrypto()?.createHash('sha256').update(bytes).digest('hex') ??
    hex(await crypto.subtle.digest('SHA-256', bytes))
  return `"${digest}"`
}

const hex = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
