import { hasErrorBrand } from '../errors/brand.js'
import { redactText } from './redactText.js'
import { redactValue } from './redactValue.js'

const deepest = 8

/**
 * Gives back the cause itself when nothing in it is secret, else a copy of the same name, code and (redacted) text:
 * a log that walks the `cause` chain must not find what the error above it hid.
 */
export function redactCause(cause: unknown, secrets: readonly string[], depth = 0): unknown {
  if (!(cause instanceof Error))
    return typeof cause === 'object' ? redactValue(cause, secrets) : redactPrimitive(cause, secrets)
  if (depth >= deepest) return undefined
  if (hasErrorBrand(cause, 'ClientError') && secrets.length === 0) return cause
  const message = redactText(cause.message, secrets)
  const stack = cause.stack === undefined ? undefined : redactText(cause.stack, secrets)
  const inner = cause.cause === undefined ? undefined : redactCause(cause.cause, secrets, depth + 1)
  const own = Object.entries(cause).filter(([key]) => key !== 'cause')
  const data = own.map(([key, value]) => [key, redactValue(value, secrets, key)] as const)
  const clean =
    message === cause.message &&
    stack === cause.stack &&
    inner === cause.cause &&
    own.every(([, value], index) => same(value, data[index]?.[1]))
  if (clean) return cause
  const copy = new Error(message, inner === undefined ? {} : { cause: inner })
  Object.defineProperty(copy, 'name', { value: cause.name, configurable: true })
  Object.defineProperty(copy, 'stack', { value: stack, configurable: true, writable: true })
  return Object.assign(copy, Object.fromEntries(data))
}

const redactPrimitive = (value: unknown, secrets: readonly string[]): unknown =>
  typeof value === 'string' ? redactText(value, secrets) : value

// Scalars are compared; an object hanging on a foreign error is never kept, since it may hold headers or sockets.
const same = (before: unknown, after: unknown): boolean => before === after
