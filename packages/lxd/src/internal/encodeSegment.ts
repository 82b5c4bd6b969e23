import { ConfigurationError } from '@x/core-errors'

/**
 * Escapes a name for its place in a path. `.` and `..` are escaped too, or they would lead elsewhere.
 *
 * @throws {ConfigurationError} when the name is empty or no text: the path would mean something else.
 */
export function encodeSegment(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') {
    throw new ConfigurationError(
      `${name} must be a text that is not empty, not ${value === '' ? 'an empty one' : String(value)}`,
      {
        path: `parameters.${name}`,
      },
    )
  }
  if (value === '.' || value === '..') return value.replaceAll('.', '%2E')
  return encodeURIComponent(value)
}
