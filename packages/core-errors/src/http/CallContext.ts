import type { Clock } from '../time/Clock.js'

/** What the parts of one attempt share; spread it into the details of an error. */
export interface CallContext {
  readonly operation: string
  readonly requestId: string
  /** Number of the attempt, 1 for the first; as `attempts` in errors. */
  readonly attempts: number
  readonly secrets: readonly string[]
  readonly method: string
  readonly url: string
  readonly idempotent: boolean
  /** Bound of the attempt and of the silence in a stream, in milliseconds. */
  readonly timeoutMs: number
  /** Bound of a body that is read whole, in bytes. */
  readonly maxResponseBytes: number
  /** The caller's own signal. */
  readonly callerSignal: AbortSignal | undefined
  readonly clock: Clock
  /** Turns what was thrown into an error of the family, or into the caller's own reason. */
  readonly explain: (error: unknown) => unknown
  /** Ends the request and what is left of the attempt. */
  readonly abort: (reason: unknown) => void
  /** Stops the attempt's timer and forgets the caller's signal. */
  readonly release: () => void
}
