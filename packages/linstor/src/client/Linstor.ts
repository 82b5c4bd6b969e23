import type { LinstorActions } from './LinstorActions.js'
import type { LinstorClient } from './LinstorClient.js'

/** A client with every call as a method. Takes the place of a {@link LinstorClient} everywhere. */
export interface Linstor extends LinstorClient, LinstorActions {
  /** Whether the connection is open. */
  readonly connected: boolean
}
