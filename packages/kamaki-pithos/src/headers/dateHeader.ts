import { ConfigurationError } from '@x/core-errors'

/** A date as a header has it. @throws {ConfigurationError} when it is no date. */
export function dateHeader(name: string, value: Date | string | undefined): string | undefined {
  if (value === undefined) return undefined
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) throw new ConfigurationError(`${name} is not a date`, { path: name })
  return date.toUTCString()
}
