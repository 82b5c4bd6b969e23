import { ConfigurationError } from '@x/core-errors'

/** Passes the path of a file. @throws {ConfigurationError} when it is empty: servers take a relative one for absolute. */
export function checkPath(path: string, operation: string): void {
  if (typeof path === 'string' && path.startsWith('/') && !path.includes('\0')) return
  throw new ConfigurationError(`path must be absolute, not ${JSON.stringify(path)}`, {
    operation,
    path: 'parameters.path',
  })
}
