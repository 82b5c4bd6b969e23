import type { ResolvedRetryOptions } from '@x/core-errors'

/** What a client was made with, defaults filled in. Holds no secret, so that it can be printed. */
export interface LinstorConfig {
  /** The controllers in full form, in the order in which they are tried. */
  readonly uris: readonly string[]
  readonly connectTimeoutMs: number
  readonly parallelDial: boolean
  readonly timeoutMs: number
  readonly idleTimeoutMs: number
  /** `Infinity` without keep-alive. */
  readonly keepAliveMs: number
  readonly retry: ResolvedRetryOptions
  readonly maxPayloadBytes: number
  readonly maxAnswerBytes: number
  readonly checkLimits: boolean
  readonly invalidText: 'refuse' | 'replace'
}
