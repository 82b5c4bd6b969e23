import { wholeNumber } from './wholeNumber.js'

/**
 * A time in whole seconds since 1970: the server ignores any other number without a word.
 *
 * @param value - A `Date` is rounded down to the second.
 * @throws {ConfigurationError} when it is a number with a fraction.
 */
export function wholeSeconds(name: string, value: Date | number | undefined): string | undefined {
  return wholeNumber(name, value instanceof Date ? Math.floor(value.getTime() / 1000) : value)
}
