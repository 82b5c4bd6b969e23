import type { Operation } from '../schemas/Operation.js'

/** How far an operation is. Only transfers and the unpacking of images tell more than their status. */
export interface LxdProgress {
  readonly operation: Operation
  /** 0 to 100. */
  readonly percent: number | undefined
  /** Bytes per second. */
  readonly bytesPerSecond: number | undefined
  /** What is being done, as the server names it. */
  readonly stage: string | undefined
  /** The server's own sentence about it. */
  readonly text: string | undefined
}
