import { StorPoolConfig, type StorPoolConfigEntry } from './StorPoolConfig.js'

/**
 * Makes a configuration of the caller's mapping alone: no defaults, no files, no environment, values kept as they are.
 * Useful in tests and where the settings come from elsewhere.
 */
export function overrideStorPoolConfig<Value>(mapping: Readonly<Record<string, Value>>): StorPoolConfig<Value> {
  const origin = { kind: 'override' } as const
  return new StorPoolConfig(
    Object.entries(mapping).map(([name, value]): [string, StorPoolConfigEntry<Value>] => [name, { value, origin }]),
  )
}
