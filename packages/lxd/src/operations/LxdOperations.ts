import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { Operation } from '../schemas/Operation.js'
import type { LxdWaitOptions } from './LxdWaitOptions.js'

/** The operations that the server works on, or has ended less than 5 s ago. */
export interface LxdOperations {
  /** Every operation, with one request. */
  all(
    scope?: { project?: string | undefined; allProjects?: boolean | undefined } & LxdCallOptions,
  ): Promise<Operation[]>
  /** One operation. @param id - Its id, or its path as the server writes it. */
  get(id: string, options?: LxdCallOptions): Promise<Operation>
  /** Tells whether it exists. */
  exists(id: string, options?: LxdCallOptions): Promise<boolean>
  /** Waits for its end. @throws as {@link waitForOperation} does. */
  wait(id: string, options?: LxdWaitOptions): Promise<Operation>
  /** Asks the server to give it up. @throws {LxdApiError} 400 when that is not possible: see `may_cancel`. */
  cancel(id: string, options?: LxdCallOptions): Promise<void>
}
