import { isEqual } from './isEqual.js'

/**
 * Brings my changes and theirs together: what I changed since `base` is mine, everything else theirs. Maps (`config`,
 * `devices`) are merged key by key; where both changed the same key, mine wins.
 */
export function mergeChanges(base: object, mine: object, theirs: object): object {
  const merged: Record<string, unknown> = { ...theirs }
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const [before, own, other] = [fieldOf(base, key), fieldOf(mine, key), fieldOf(theirs, key)]
    if (isEqual(before, own)) continue
    if (own === undefined) delete merged[key]
    else merged[key] = isMap(before) && isMap(own) && isMap(other) ? mergeChanges(before, own, other) : own
  }
  return merged
}

const fieldOf = (object: object, key: string): unknown => (object as Record<string, unknown>)[key]

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
