import type { Watch } from '../cluster/Watch.js'

/** What the controller remembers about one connection. */
export interface Session {
  /** Who the client is: `PUBLIC` until it signs in. */
  identity: string
  role: string
  /** Watches by their id. One whose id was taken already is not here, and can't be deleted any more. */
  readonly watches: Map<number, Watch>
  /** All of them. */
  readonly allWatches: Set<Watch>
  /** Sends an `Event` message; `value` is the message that follows it. */
  readonly sendEvent: Watch['send']
  /** Closes every connection and stops listening, as `ControlCtrl` does. */
  readonly shutdown: () => void
}
