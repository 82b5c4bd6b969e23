import { ConfigurationError } from '../errors/ConfigurationError.js'

/**
 * Checks a time bound before anything is done under it: with `NaN` there would be none.
 *
 * @param operation - Name of the call, for the error.
 * @throws {ConfigurationError} when it is no number of milliseconds; `Infinity` is one.
 */
export function checkTimeoutMs(timeoutMs: number, operation?: string): void {
  if (typeof timeoutMs === 'number' && timeoutMs >= 0) return
  const call = operation === undefined ? '' : `${operation}: `
  throw new ConfigurationError(`${call}timeoutMs must be a number of milliseconds from 0, not ${String(timeoutMs)}`, {
    operation,
    path: 'timeoutMs',
  })
}
