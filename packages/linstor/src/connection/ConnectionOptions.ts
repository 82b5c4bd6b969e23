import type { Clock } from '@x/core-errors'

/** What a connection needs to know besides its bytes. */
export interface ConnectionOptions {
  readonly clock: Clock
  /** How long nothing may arrive, in milliseconds. */
  readonly idleTimeoutMs: number
  /** How long nothing may arrive before a ping is sent, in milliseconds. */
  readonly keepAliveMs: number
  /** Largest payload of a frame that is accepted, in bytes. */
  readonly maxPayloadBytes: number
  /** Most bytes of answers that one call may bring. */
  readonly maxAnswerBytes: number
  /** Told about what fails no call. */
  readonly onNotice: (code: string, message: string, error?: unknown) => void
}
