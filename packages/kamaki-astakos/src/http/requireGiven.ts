import { ConfigurationError } from '@x/core-errors'

/** A value that a request can't do without. @throws {ConfigurationError} when it is `undefined`. */
export function requireGiven<T>(path: string, value: T): T {
  if (value === undefined) throw new ConfigurationError(`${path} is missing`, { path })
  return value
}
