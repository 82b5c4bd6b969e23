import { ConfigurationError } from '@x/core-errors'
import type { NetInterface } from '@x/linstor-wire/messages/NetInterface'
import type { ComType } from '../check/comTypes.js'

/** A network interface as the caller gives it. */
export interface NetInterfaceParameters {
  /** Name of the node. */
  nodeName: string
  /** Name of the interface. */
  interfaceName: string
  /** IPv4 or IPv6 address. */
  ip: string
  /** TCP port at which the satellite is reached there. Needs `comType`. */
  port?: number | undefined
  /** How the controller talks to the satellite there. */
  comType?: ComType | undefined
}

/** The interface as the messages hold it. @throws {ConfigurationError} for a port without the type of communication. */
export function netInterface(
  operation: string,
  { interfaceName, ip, port, comType }: NetInterfaceParameters,
): NetInterface {
  if (port !== undefined && comType === undefined) {
    throw new ConfigurationError(`${operation}: comType: it must be given beside port`, { operation, path: 'comType' })
  }
  return { name: interfaceName, address: ip, stltPort: port, stltEncryptionType: comType }
}
