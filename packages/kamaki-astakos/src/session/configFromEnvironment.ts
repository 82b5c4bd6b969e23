import { ConfigurationError } from '@x/core-errors'

/** What {@link configFromEnvironment} finds. */
export interface EnvironmentConfig {
  /** Of `SYNNEFO_URL`. */
  url: string
  /** Of `SYNNEFO_TOKEN`. */
  token: string
}

/**
 * Reads the address of the identity service from `SYNNEFO_URL` and the token from `SYNNEFO_TOKEN`. Nothing else in this
 * package looks at the environment.
 *
 * @param environment - @default the environment of the process
 * @throws {ConfigurationError} when one of the two is missing.
 * @example
 * const session = createSynnefoSession(configFromEnvironment())
 */
export function configFromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = globalThis.process?.env ?? {},
): EnvironmentConfig {
  const read = (name: string): string => {
    const value = environment[name]
    if (value !== undefined && value !== '') return value
    throw new ConfigurationError(`The environment variable ${name} is not set`, { path: name })
  }
  return { url: read('SYNNEFO_URL'), token: read('SYNNEFO_TOKEN') }
}
