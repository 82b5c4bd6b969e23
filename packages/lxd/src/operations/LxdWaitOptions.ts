import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdProgress } from './LxdProgress.js'

/** Options of calls that wait for the server to finish. `timeoutMs` bounds each request, `waitTimeoutMs` the wait. */
export interface LxdWaitOptions extends LxdCallOptions {
  /** Upper bound of the wait, in milliseconds. The operation goes on; see `cancelOnAbort`. @default none */
  waitTimeoutMs?: number | undefined
  /** Asks the server to cancel the operation when the wait is given up. Few operations can be canceled. @default false */
  cancelOnAbort?: boolean | undefined
  /** Told about every change of the operation until it is over. What it throws ends the wait. */
  onProgress?: ((progress: LxdProgress) => void) | undefined
}
