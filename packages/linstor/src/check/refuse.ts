import { ConfigurationError } from '@x/core-errors'
import type { RuleContext } from './Rule.js'

/**
 * The error for a value that can't be sent. The value itself is not shown: it may be a passphrase.
 *
 * @param expected - What it must be, as the end of a sentence.
 */
export function refuse(value: unknown, { operation, path }: RuleContext, expected: string): ConfigurationError {
  const found = value === undefined ? 'it is missing' : `it must be ${expected}${typeNote(value)}`
  return new ConfigurationError(`${operation}: ${path}: ${found}`, { operation, path })
}

function typeNote(value: unknown): string {
  if (value === null) return ', not null'
  if (Array.isArray(value)) return ', not this list'
  return `, not this ${typeof value}`
}
