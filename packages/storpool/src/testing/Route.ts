import type { Reader } from '../reader/Reader.js'

/** What the fake knows about a call before it looks at its state. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** Below the prefix of the API, with `{arguments}`. */
  readonly path: string
  /** Whether there is a path that asks all clusters. */
  readonly multiCluster?: boolean
  /** How the arguments of the path are checked. */
  readonly arguments?: Readonly<Record<string, Reader<unknown>>>
  /** How the JSON argument is checked. */
  readonly json?: Reader<unknown>
  /** Whether the JSON argument may be left out. */
  readonly optional?: boolean
}
