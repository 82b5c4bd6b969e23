import { type ReadStorPoolConfigOptions, readStorPoolConfig, type StorPoolConfig } from '@x/storpool-config'
import { createStorPool, type StorPool } from '../createStorPool.js'
import type { CreateStorPoolClientParameters } from '../createStorPoolClient.js'
import { clientParametersFromConfig } from './clientParametersFromConfig.js'

/** Settings of the client besides address and token, and which configuration to read. */
export interface FromConfigParameters extends Omit<CreateStorPoolClientParameters, 'url' | 'token'> {
  /** A configuration that was read before. @default the one of this host, as `read` says */
  config?: StorPoolConfig<unknown> | undefined
  /** What to read when no `config` is given. */
  read?: ReadStorPoolConfigOptions | undefined
}

/**
 * Makes a client with the address and token of this host's StorPool configuration: `SP_API_HTTP_HOST`,
 * `SP_API_HTTP_PORT` and `SP_AUTH_TOKEN`, from its files and the environment.
 *
 * @throws {StorPoolConfigError} when the configuration can't be read, or holds no token.
 * @example
 * const storpool = await fromConfig({ multiCluster: true })
 */
export async function fromConfig(parameters: FromConfigParameters = {}): Promise<StorPool> {
  const { config, read, ...settings } = parameters
  return createStorPool({ ...settings, ...clientParametersFromConfig(config ?? (await readStorPoolConfig(read))) })
}
