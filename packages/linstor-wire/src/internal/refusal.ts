import { ConfigurationError } from '@x/core-errors'

/** What is thrown when something can't be sent. */
export const refusal = (path: string, reason: string): ConfigurationError =>
  new ConfigurationError(`${path}: ${reason}`, { path })
