import { ConfigurationError } from '@x/core-errors'

/**
 * What is thrown when something can't be sent.
 *
 * @param reason - What to say after the path. No colon stands between them: `password: x` would read as a secret and be
 * redacted.
 */
export const refusal = (path: string, reason: string): ConfigurationError =>
  new ConfigurationError(`${path} ${reason}`, { path })
