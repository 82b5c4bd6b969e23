import { ConfigurationError } from '@x/core-errors'

/** What an encoder throws when a field can't be sent. The value itself is not shown: it may be a passphrase. */
export const invalidField = (path: string, value: unknown, expected: string): ConfigurationError =>
  new ConfigurationError(
    value === undefined ? `${path}: required field is missing` : `${path}: must be ${expected}, not ${describe(value)}`,
    { path },
  )

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `another ${typeof value}`
}
