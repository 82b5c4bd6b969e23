import { ConfigurationError } from '@x/core-errors'

/** Refuses what is no list of objects that have the required members. @throws {ConfigurationError} */
export function checkItems(path: string, items: readonly object[], required: readonly string[]): void {
  if (!Array.isArray(items)) throw new ConfigurationError(`${path} must be an array`, { path })
  for (const [index, item] of items.entries()) {
    const members = Object(item) as Record<string, unknown>
    const missing = required.find((key) => members[key] === undefined || members[key] === '')
    if (missing === undefined) continue
    throw new ConfigurationError(`${path}[${index}] has no ${missing}`, { path: `${path}[${index}].${missing}` })
  }
}
