import type { ControllerAddress } from '../uri/ControllerAddress.js'
import type { ControllerInfo } from './ControllerInfo.js'

/** API versions that this client speaks. */
export type ApiVersion = 2 | 3

/** Who is at the other end of a connection. Remembered when it opens: a socket that is gone can't be asked. */
export interface Peer {
  readonly address: ControllerAddress
  /** The highest API version that both ends speak. */
  readonly apiVersion: ApiVersion
  /** `undefined` for satellites, and for controllers that say nothing. */
  readonly controllerInfo: ControllerInfo | undefined
}
