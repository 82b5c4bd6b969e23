import type { CallOptions } from '@x/core-errors'
import type { Outcome } from '../Outcome.ts'

/** A call to be made. */
export interface Call {
  /** See `classify`. */
  steps: 'one' | 'several'
  run(options: CallOptions): Promise<unknown>
}

/** What came of it. */
export interface Attempted {
  outcome: Outcome
  answer?: unknown
  error?: unknown
}

/** Makes a call, with a time bound and now and then an abort. @throws {Error} when it does not end, or ends in a way that it may not. */
export type Attempt = (name: string, call: Call) => Promise<Attempted>
