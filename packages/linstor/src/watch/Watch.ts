import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import type { LinstorEvent } from './LinstorEvent.js'
import type { WatchGap } from './WatchGap.js'

/**
 * A subscription to events. It begins at once: wait for {@link Watch.ready} before doing what is to be watched, then
 * iterate. Leaving the loop ends it, and so do `close()`, `await using` and the signal.
 */
export interface Watch extends AsyncIterable<LinstorEvent | WatchGap>, AsyncDisposable {
  /**
   * Resolves when the controller has the watch; rejects when it refuses, or can't be reached.
   *
   * @throws {LinstorApiError} when the controller refuses.
   */
  readonly ready: Promise<ApiCallResponse[]>
  /** Ends the watch, and tells the controller so if the connection is still good. May be called again. */
  close(): Promise<void>
}
