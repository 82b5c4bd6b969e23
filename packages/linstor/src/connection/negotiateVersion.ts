import type { MsgApiVersion } from '@x/linstor-wire/messages/MsgApiVersion'
import { VersionMismatchError } from '../errors/VersionMismatchError.js'
import type { ControllerAddress } from '../uri/ControllerAddress.js'
import type { ApiVersion } from './Peer.js'

const client = { min: 2, max: 3 } as const satisfies { min: ApiVersion; max: ApiVersion }

/** The highest version that lies in both ranges. @throws {VersionMismatchError} when they do not overlap. */
export function negotiateVersion(announced: MsgApiVersion, { uri }: ControllerAddress): ApiVersion {
  const controller = { min: Math.min(announced.minVersion, announced.version), max: announced.version }
  const common = Math.min(client.max, controller.max)
  if (common >= client.min && common >= controller.min) return common as ApiVersion
  throw new VersionMismatchError({ uri, client, controller, controllerInfo: announced.controllerInfo })
}
