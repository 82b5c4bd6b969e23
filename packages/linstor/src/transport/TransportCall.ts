import type { AnswerHandler } from '../connection/Call.js'
import type { ReadyConnection } from './openConnection.js'

/** One attempt at a call, for one connection. */
export interface CallAttempt {
  /** The encoded request message; `undefined` for calls without one. */
  readonly message: Uint8Array | undefined
  /** Takes each answer as it comes. */
  readonly onAnswer: AnswerHandler
}

/** Names one attempt in errors. */
export interface AttemptContext {
  readonly operation: string
  readonly requestId: string
  /** Number of the attempt, 1 for the first. */
  readonly attempts: number
}

/** A call as the transport sees it. */
export interface TransportCall {
  /** Name of the action, for errors and events. */
  readonly operation: string
  /** Name of the call on the wire. */
  readonly apiCall: string
  /** Whether it only reads, and may be made again when the connection was lost. */
  readonly idempotent: boolean
  /** Whether the caller is done when the immediate answers are there. */
  readonly asyncMsg?: boolean | undefined
  /** Whether a connection that closes after the request is the expected end. */
  readonly endsWithConnection?: boolean | undefined
  /**
   * Begins an attempt, with nothing kept of the one before.
   *
   * @param ready - The connection that it goes over.
   * @throws {ConfigurationError} when the call can't be made to this controller; nothing is sent then.
   */
  begin(ready: ReadyConnection, context: AttemptContext): CallAttempt
  /** Whether another attempt would show the caller again what it has seen already. */
  seen?(): boolean
}
