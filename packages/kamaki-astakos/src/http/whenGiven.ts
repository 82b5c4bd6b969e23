/**
 * A value that is sent only when it says something: `undefined` in place of `null`, `false`, 0, and empty texts, arrays
 * and objects.
 */
export function whenGiven<T>(value: T): T | undefined {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return undefined
  return value ? value : undefined
}
