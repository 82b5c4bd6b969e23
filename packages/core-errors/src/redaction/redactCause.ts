import { hasErrorBrand } from '../errors/brand.js'
import { redactText } from './redactText.js'
import { redactValue } from './redactValue.js'

const deepest = 8
const builtIn = new Set(['name', 'message', 'stack', 'cause'])

/**
 * Gives back the cause itself when nothing in it is secret, else a copy of the same name and code with redacted texts:
 * a log that walks the `cause` chain must not find what the error above it hid. Objects that hang on a foreign error
 * (requests, sockets) are never kept: they hold headers.
 */
export function redactCause(cause: unknown, secrets: readonly string[], depth = 0): unknown {
  if (!(cause instanceof Error)) return redactValue(cause, secrets)
  if (depth >= deepest) return undefined
  if (hasErrorBrand(cause, 'ClientError') && secrets.length === 0) return cause
  const message = redactText(cause.message, secrets)
  const stack = cause.stack === undefined ? undefined : redactText(cause.stack, secrets)
  const inner = cause.cause === undefined ? undefined : redactCause(cause.cause, secrets, depth + 1)
  const own = Object.entries(cause).filter(([key]) => !builtIn.has(key))
  const kept = own
    .filter(([, value]) => typeof value !== 'object' || value === null)
    .map(([key, value]) => [key, redactValue(value, secrets, key)] as const)
  const clean =
    message === cause.message &&
    stack === cause.stack &&
    inner === cause.cause &&
    kept.length === own.length &&
    kept.every(([key, value]) => value === Reflect.get(cause, key))
  if (clean) return cause
  const copy = new Error(message, inner === undefined ? {} : { cause: inner })
  Object.defineProperty(copy, 'name', { value: cause.name, configurable: true })
  Object.defineProperty(copy, 'stack', { value: stack, configurable: true, writable: true })
  return Object.assign(copy, Object.fromEntries(kept))
}
