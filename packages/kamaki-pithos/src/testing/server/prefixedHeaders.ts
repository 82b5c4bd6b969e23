import { FakeFault } from '@x/kamaki-astakos/testing'
import { headerKey } from './headerKey.js'

/** The headers of a request that begin with a prefix, by the name that the service keeps. `~` is dropped. */
export function prefixedHeaders(headers: ReadonlyMap<string, string>, prefix: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of headers) {
    const key = headerKey(name)
    if (key.startsWith(prefix) && key.length > prefix.length) found.set(key, value.replaceAll('~', ''))
  }
  return found
}

/** The metadata of a request. @throws {FakeFault} 400 beyond the service's limits. */
export function metadataHeaders(headers: ReadonlyMap<string, string>, prefix: string): Map<string, string> {
  const meta = prefixedHeaders(headers, prefix)
  if (meta.size > 90) throw new FakeFault('badRequest', 'Too many headers.')
  for (const [name, value] of meta) {
    if (Array.from(name).length > 128) throw new FakeFault('badRequest', 'Header name too large.')
    if (Array.from(value).length > 256) throw new FakeFault('badRequest', 'Header value too large.')
  }
  return meta
}

/**
 * New metadata out of old and given ones: merged unless replaced, empty values delete.
 *
 * @throws {FakeFault} 400 when there are more than a resource may have.
 */
export function mergeMetadata(
  old: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
  replace: boolean,
): ReadonlyMap<string, string> {
  const merged = new Map(replace ? [] : old)
  for (const [name, value] of given) {
    if (value === '') merged.delete(name)
    else merged.set(name, value)
  }
  if (merged.size > 32) {
    throw new FakeFault('badRequest', 'Pithos+ resources cannot have more than 32 metadata items per domain')
  }
  return merged
}
