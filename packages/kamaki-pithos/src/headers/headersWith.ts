import type { PithosHeaders } from './decodeHeaders.js'

/** The headers whose names start with a prefix, without it: `x-object-meta-` gives the metadata by lower-case key. */
export function headersWith(headers: PithosHeaders, prefix: string): Record<string, string> {
  const found = Object.entries(headers).filter(([name]) => name.startsWith(prefix) && name.length > prefix.length)
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]))
}
