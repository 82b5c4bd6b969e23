import { ConfigurationError } from '@x/core-errors'

/** A whole number as a header or a query has it. @throws {ConfigurationError} when it is negative or has a fraction. */
export function wholeNumber(name: string, value: number | bigint | undefined): string | undefined {
  if (value === undefined) return undefined
  if ((typeof value === 'number' && !Number.isSafeInteger(value)) || value < 0) {
    throw new ConfigurationError(`${name} must be a whole number of at least 0, not ${value}`, { path: name })
  }
  return String(value)
}
