const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A value without the members that a pattern of the same shape does not have: the bindings drop what they don't know. */
export function declaredOnly(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(pattern))
    return value.map((item, index) => declaredOnly(item, pattern[index]))
  if (!isObject(value) || !isObject(pattern) || Array.isArray(value)) return value
  const members = Object.entries(value).filter(([key]) => Object.hasOwn(pattern, key))
  return Object.fromEntries(members.map(([key, member]) => [key, declaredOnly(member, pattern[key])]))
}
