import { ConfigurationError } from '@x/core-errors'

/** Refuses a text that is none of the known ones; `undefined` passes. @throws {ConfigurationError} */
export function checkOneOf(path: string, value: string | undefined, known: readonly string[]): void {
  if (value === undefined || known.includes(value)) return
  throw new ConfigurationError(`${path} must be one of ${known.join(', ')}, not «${value}»`, { path })
}
