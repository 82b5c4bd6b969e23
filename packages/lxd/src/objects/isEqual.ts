/** Whether two values from JSON say the same. `undefined` and a missing field are the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  const a = one as Record<string, unknown>
  const b = other as Record<string, unknown>
  return [...keys].every((key) => isEqual(a[key], b[key]))
}
