import type { LinstorClient } from '../client/LinstorClient.js'
import type { ControllerInfo } from '../connection/ControllerInfo.js'

/**
 * What the controller said about itself when the connection opened: its release, and what it was built from.
 * `undefined` without a connection, and for satellites, which say nothing.
 */
export const controllerInfo = (client: LinstorClient): ControllerInfo | undefined =>
  client.transport.peer?.controllerInfo
