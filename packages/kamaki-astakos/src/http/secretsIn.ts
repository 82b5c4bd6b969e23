import { isSecretName } from '@x/core-errors'

const deepest = 8

/** The texts in a body whose names say that they are secret: `adminPass`, `private_key`. */
export function secretsIn(value: unknown, name = '', depth = 0): string[] {
  if (typeof value === 'string') return isSecretName(name) ? [value] : []
  if (typeof value !== 'object' || value === null || depth >= deepest) return []
  return Object.entries(value).flatMap(([key, item]) => secretsIn(item, Array.isArray(value) ? name : key, depth + 1))
}
