import { hostname } from 'node:os'
import { mergeStorPoolConfig } from '../parse/mergeStorPoolConfig.js'
import type { StorPoolConfig } from '../parse/StorPoolConfig.js'
import { readFiles } from './readFiles.js'
import type { StorPoolConfigFileOptions } from './StorPoolConfigFileOptions.js'

/** What {@link readStorPoolConfig} reads, and for whom. */
export interface ReadStorPoolConfigOptions extends StorPoolConfigFileOptions {
  /** The section whose variables hold besides those outside of sections. `''` for none. @default the host name as the system reports it */
  section?: string | undefined
  /**
   * The environment; `SP_AUTH_TOKEN`, `SP_API_HTTP_HOST` and `SP_API_HTTP_PORT` in it win over the files. `false` to
   * leave the environment out.
   *
   * @default process.env
   */
  env?: Readonly<Record<string, string | undefined>> | false | undefined
}

/**
 * Reads the configuration of a StorPool host: `/etc/storpool.conf`, then the files of `/etc/storpool.conf.d`, over the
 * built-in defaults and under the environment.
 *
 * @throws {StorPoolConfigError} when a file can't be read or understood; with `file`, and with `line` where there is one.
 * @example
 * const config = await readStorPoolConfig()
 * console.log(config.get('SP_API_HTTP_HOST'), config.origin('SP_API_HTTP_HOST'))
 */
export async function readStorPoolConfig(options: ReadStorPoolConfigOptions = {}): Promise<StorPoolConfig> {
  const { section = hostname(), env = process.env } = options
  const files = await readFiles(options)
  return mergeStorPoolConfig(files, { section, env: env === false ? undefined : env })
}
