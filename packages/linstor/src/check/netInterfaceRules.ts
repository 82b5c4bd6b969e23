import { comTypes } from './comTypes.js'
import { oneOf } from './oneOf.js'
import { optional } from './optional.js'
import { rules } from './rules.js'

/** What the parameters of a network interface must be. */
export const netInterfaceRules = {
  nodeName: rules.nodeName,
  interfaceName: rules.netInterfaceName,
  ip: rules.address,
  port: optional(rules.tcpPort),
  comType: optional(oneOf(comTypes)),
}
