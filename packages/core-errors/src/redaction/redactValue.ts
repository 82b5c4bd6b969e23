import { redacted, redactText } from './redactText.js'

const secretKey =
  /^(?:(?:proxy)?authorization|(?:set)?cookie|.*(?:password|passphrase|passwd|token|secret|secrets|adminpass|privatekey|apikey|credential|credentials))$/

/** Tells whether a field or header of this name holds a secret: `X-Auth-Token`, `adminPass`, `private_key`. */
export const isSecretName = (name: string): boolean => secretKey.test(name.replace(/[-_\s]/g, '').toLowerCase())

const deepest = 8

/**
 * Copies a value without its secrets: fields whose name says that they hold one, and texts that contain one of the
 * given secrets. Depth is bounded at 8; what lies deeper prints as `[…]`.
 */
export function redactValue(value: unknown, secrets: readonly string[], name = '', depth = 0): unknown {
  if (typeof value === 'string') return isSecretName(name) ? redacted : redactText(value, secrets)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value
  if (isSecretName(name)) return redacted
  if (depth >= deepest) return '[…]'
  if (Array.isArray(value)) return value.map((item) => redactValue(item, secrets, '', depth + 1))
  if (value instanceof Date) return value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (value instanceof Error) return { name: value.name, message: redactText(value.message, secrets) }
  if (value instanceof URL) return redactText(value.href, secrets)
  const entries = value instanceof Map ? value.entries() : Object.entries(value)
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, item] of entries) copy[String(key)] = redactValue(item, secrets, String(key), depth + 1)
  return { ...copy }
}
