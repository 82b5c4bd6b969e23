import { ConfigurationError } from '@x/core-errors'
import { quote } from './quote.js'

/** Metadata as they are given: values by key, whatever case the keys have. An empty value deletes the key. */
export type Metadata = Readonly<Record<string, string>>

/**
 * Forms the headers of metadata. The server rewrites keys: `_` becomes `-`, upper and lower case are one.
 *
 * @param prefix - `x-object-meta-`
 * @throws {ConfigurationError} for an empty key, a value that is no text, and `~`, which the server drops.
 */
export function metadataHeaders(prefix: string, metadata: Metadata = {}): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [key, value] of Object.entries(metadata)) {
    const path = `metadata.${key}`
    if (key === '') throw new ConfigurationError("Metadata can't have an empty key", { path: 'metadata' })
    if (typeof value !== 'string') throw new ConfigurationError(`The value of «${key}» must be a text`, { path })
    if (/~/.test(key + value)) {
      throw new ConfigurationError(`The metadata «${key}» can't be stored: the server drops every ~`, { path })
    }
    headers[prefix + quote(key)] = quote(value)
  }
  return headers
}
