import { encodeCall } from '@x/linstor-wire'
import { API_VERSION } from '@x/linstor-wire/constants'
import { encodeMsgApiVersion } from '@x/linstor-wire/messages/MsgApiVersion'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { ConnectionFault } from '../faults/ConnectionFault.js'
import { encodeLegacyVersion } from '../faults/encodeLegacyVersion.js'
import { garbleFrame } from '../faults/garbleFrame.js'
import type { Announcement } from './ServerParts.js'

/** The frame that a controller sends first, as far as nothing is wrong with it. */
export function versionFrame(announced: Announcement, fault: ConnectionFault = {}): Uint8Array {
  const { version, minVersion = version } = fault.version ?? announced
  const { controllerInfo } = announced
  const message = encodeMsgApiVersion({ version, minVersion, features: 0n, controllerInfo }).finish()
  if (fault.legacy) return encodeLegacyVersion(message)
  const frame = encodeCall({ msgType: MsgHeaderMsgType.ONEWAY, msgContent: API_VERSION }, [message])
  return fault.garble === undefined ? frame : garbleFrame(frame, fault.garble)
}
