import type { Issue } from '../../src/index.js'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * What the Python bindings would have made of an answer: they lose what is listed in `issues`. A member becomes null, a
 * single value vanishes from an array, an entry with a bad name vanishes from a dictionary.
 */
export function asReference(value: unknown, issues: readonly Issue[]): unknown {
  const copy = clone(value)
  const gone = new Set<unknown>()
  for (const { keys, reason } of issues) {
    const holder = keys.slice(0, -1).reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), copy)
    const last = keys.at(-1)
    if (!isObject(holder) || last === undefined) continue
    if (reason.startsWith('has a name')) delete holder[last]
    else if (Array.isArray(holder)) holder[last as number] = gone
    else holder[last] = null
  }
  return drop(copy, gone)
}

const clone = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(clone)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, clone(member)]))
}

const drop = (value: unknown, gone: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => item !== gone).map((item) => drop(item, gone))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, drop(member, gone)]))
}
