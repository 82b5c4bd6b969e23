import type { Operation } from './schemas/Operation.js'

/** What the server says about a change. */
export interface LxdChange {
  /** The operation that does the work, or `undefined` when it is done already. Servers differ in which calls have one. */
  operation: Operation | undefined
  /** Path of what was created or renamed, where the server tells; names in it are escaped. */
  location: string | undefined
}
