import type { CallContext } from '../connection/CallContext.js'
import type { CallRequest } from '../connection/CallRequest.js'
import type { ReadyConnection } from './openConnection.js'

/** A call as the transport sees it. */
export interface TransportCall extends CallRequest {
  /** Name of the action, for errors and events. */
  readonly operation: string
  /**
   * Begins an attempt, with nothing kept of the one before.
   *
   * @param ready - The connection that it goes over.
   * @returns The encoded request message; `undefined` for calls without one.
   * @throws {ConfigurationError} when the call can't be made to this controller; nothing is sent then.
   */
  begin(ready: ReadyConnection, context: CallContext): Uint8Array | undefined
  /** Whether another attempt would show the caller again what it has seen already. */
  seen(): boolean
}
