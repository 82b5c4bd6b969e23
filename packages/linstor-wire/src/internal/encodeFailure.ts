import { ConfigurationError, isConfigurationError } from '@x/core-errors'

/** Puts the place of a nested message before the path of an error that was thrown while encoding it. */
export function encodeFailure(error: unknown, place: string): unknown {
  if (!isConfigurationError(error) || error.path === undefined) return error
  const path = place + error.path.slice(error.path.indexOf('.'))
  return new ConfigurationError(path + error.message.slice(error.path.length), { path })
}
