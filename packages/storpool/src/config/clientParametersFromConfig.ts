import type { Secret } from '@x/core-errors'
import type { StorPoolConfig } from '@x/storpool-config'

/**
 * The address and token that a configuration names, for `createStorPoolClient`.
 *
 * @throws {StorPoolConfigError} when there is no token or the port is none.
 */
export function clientParametersFromConfig(config: StorPoolConfig<unknown>): { url: string; token: Secret } {
  const { url, token } = config.api()
  return { url, token }
}
