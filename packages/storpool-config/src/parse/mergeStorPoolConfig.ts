import type { ConfigFile } from './ConfigFile.js'
import { StorPoolConfig, type StorPoolConfigEntry } from './StorPoolConfig.js'
import { storPoolConfigDefaults } from './storPoolConfigDefaults.js'

/** What holds besides the files. */
export interface MergeStorPoolConfigOptions {
  /** The section whose variables hold besides those outside of sections; matched exactly. `''` for none. */
  section: string
  /** Variables of the environment; three of them win over the files. Left out: the environment plays no part. */
  env?: Readonly<Record<string, string | undefined>> | undefined
}

/** The variables that the environment may set. A variable that is set but empty counts. */
const fromEnvironment = ['SP_AUTH_TOKEN', 'SP_API_HTTP_HOST', 'SP_API_HTTP_PORT']

/**
 * Makes one configuration of the built-in defaults, the files and the environment, each winning over the one before.
 * Within a file the variables of the section win over those outside of sections; a later file wins over an earlier
 * one, even with a variable outside of sections.
 *
 * @param files - What {@link parseStorPoolConfig} answered, in the order in which the files are read.
 */
export function mergeStorPoolConfig(
  files: Iterable<ConfigFile>,
  { section, env = {} }: MergeStorPoolConfigOptions,
): StorPoolConfig {
  const merged = new Map<string, StorPoolConfigEntry<string>>()
  for (const [name, value] of Object.entries(storPoolConfigDefaults)) {
    merged.set(name, { value, origin: { kind: 'default' } })
  }
  for (const { file, assignments } of files) {
    for (const wanted of new Set(['', section])) {
      for (const { section, name, value, line } of assignments) {
        if (section === wanted) merged.set(name, { value, origin: { kind: 'file', file, line, section } })
      }
    }
  }
  for (const name of fromEnvironment) {
    const value = env[name]
    if (value !== undefined) merged.set(name, { value, origin: { kind: 'environment' } })
  }
  return new StorPoolConfig(merged)
}
