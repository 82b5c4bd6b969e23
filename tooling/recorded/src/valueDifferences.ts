/** Which values count as equal besides those that are. */
export interface ValueComparison {
  /** Names of members whose numbers may arrive as text. */
  idNames?: RegExp
}

/**
 * Lists where a value is not the expected one; empty when it is. Numbers and `bigint` of the same value are equal, and so
 * are `undefined` and `null`.
 */
export function valueDifferences(
  actual: unknown,
  expected: unknown,
  path = 'value',
  comparison: ValueComparison = {},
  name = '',
): string[] {
  const different = [`${path} is ${show(actual)}, expected ${show(expected)}`]
  if (actual === undefined || actual === null || expected === undefined || expected === null) {
    return (actual ?? null) === (expected ?? null) ? [] : different
  }
  if (typeof actual === 'object' && typeof expected === 'object') {
    if (Array.isArray(actual) !== Array.isArray(expected)) return different
    const keys = new Set([...Object.keys(actual), ...Object.keys(expected)])
    const member = (value: object, key: string) =>
      Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined
    return [...keys].flatMap((key) => {
      const itemName = Array.isArray(actual) ? name : key
      return valueDifferences(member(actual, key), member(expected, key), `${path}.${key}`, comparison, itemName)
    })
  }
  if (actual === expected) return []
  const isNumeric = (value: unknown) => typeof value === 'number' || typeof value === 'bigint'
  if (isNumeric(actual) && isNumeric(expected) && String(actual) === String(expected)) return []
  const isId = comparison.idNames?.test(name) ?? false
  return isId && typeof actual === 'string' && isNumeric(expected) && actual === String(expected) ? [] : different
}

const show = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? `${item}n` : item)) ?? 'undefined'
