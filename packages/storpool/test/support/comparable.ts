/** Members that are sets: their order means nothing. */
const sets = new Set(['addDisks', 'rmDisks', 'disks', 'servers'])

/**
 * A value as the recorded cases spell it, as far as the spelling means nothing: without nulls and what is empty, integers
 * of any kind as text, sets in order, plain objects.
 */
export function comparable(value: unknown, isSet = false): unknown {
  if (typeof value === 'bigint' || Number.isInteger(value)) return `integer ${value}`
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item))
    if (isSet) items.sort()
    return items.length === 0 ? undefined : items
  }
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const members = Object.entries(value)
    .map(([key, member]) => [key, comparable(member, sets.has(key))] as const)
    .filter(([, member]) => member !== undefined)
  return members.length === 0 ? undefined : Object.fromEntries(members)
}
