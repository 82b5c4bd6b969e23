import { optional } from './optional.js'
import { rules } from './rules.js'

/** What the parameters of a volume definition must be. */
export const volumeDefinitionRules = {
  size: rules.sizeKib,
  volumeNr: optional(rules.volumeNumber),
  minorNr: optional(rules.minorNumber),
  encrypt: optional(rules.flag),
  storagePool: optional(rules.storagePoolName),
}
