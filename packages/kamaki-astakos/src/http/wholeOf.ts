import { ConfigurationError } from '@x/core-errors'

/** A positive whole number given as number or text. @throws {ConfigurationError} for anything else. */
export function wholeOf(path: string, value: number | string): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (Number.isSafeInteger(number) && Number(number) > 0) return Number(number)
  throw new ConfigurationError(`${path} must be a whole number above 0, not «${value}»`, { path })
}
