export type { ConfigAssignment, ConfigFile } from './ConfigFile.js'
export { type ConfigOrigin, describeOrigin } from './ConfigOrigin.js'
export { type MergeStorPoolConfigOptions, mergeStorPoolConfig } from './mergeStorPoolConfig.js'
export { overrideStorPoolConfig } from './overrideStorPoolConfig.js'
export { type ParseStorPoolConfigOptions, parseStorPoolConfig } from './parseStorPoolConfig.js'
export {
  StorPoolConfig,
  type StorPoolConfigApi,
  type StorPoolConfigEntry,
  type StorPoolConfigName,
} from './StorPoolConfig.js'
export { isStorPoolConfigError, StorPoolConfigError, type StorPoolConfigErrorDetails } from './StorPoolConfigError.js'
export { storPoolConfigDefaults } from './storPoolConfigDefaults.js'
