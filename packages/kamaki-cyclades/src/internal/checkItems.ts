import { ConfigurationError } from '@x/core-errors'

/**
 * Refuses what is no list of objects that have the required members and no unknown ones.
 *
 * @param known - All members, the required ones with a `!` at their end.
 * @throws {ConfigurationError}
 */
export function checkItems(path: string, items: readonly object[], known: readonly string[]): void {
  if (!Array.isArray(items)) throw new ConfigurationError(`${path} must be an array`, { path })
  const names = known.map((name) => name.replace('!', ''))
  for (const [index, item] of items.entries()) {
    const at = `${path}[${index}]`
    if (typeof item !== 'object' || item === null) throw new ConfigurationError(`${at} must be an object`, { path: at })
    const members = item as Record<string, unknown>
    const missing = names.find((key, place) => known[place]?.endsWith('!') && (members[key] ?? '') === '')
    if (missing !== undefined) throw new ConfigurationError(`${at} has no ${missing}`, { path: `${at}.${missing}` })
    const unknown = Object.keys(members).find((key) => !names.includes(key))
    if (unknown !== undefined)
      throw new ConfigurationError(`${at} has an unknown ${unknown}`, { path: `${at}.${unknown}` })
  }
}
