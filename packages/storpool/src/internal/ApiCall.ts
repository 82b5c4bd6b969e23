import type { Reader } from '../reader/Reader.js'

/** What an action knows about its call. */
export interface ApiCall<T> {
  /** Names the call in errors, hooks and traces. */
  readonly operation: string
  readonly method: 'GET' | 'POST'
  /** Below the prefix of the API, with `{arguments}`. */
  readonly path: string
  readonly idempotent: boolean
  /** Whether there is a path that asks all clusters. */
  readonly multiCluster?: boolean
  /** How the arguments of the path are checked. */
  readonly arguments?: Readonly<Record<string, Reader<unknown>>>
  /** How the JSON argument is checked: the body of a POST, the query of a GET. */
  readonly json?: Reader<unknown>
  /** The parameter that is the JSON argument; otherwise all parameters make it up. */
  readonly member?: string
  /** Whether the JSON argument may be left out. */
  readonly optional?: boolean
  /** How the answer's `data` is read. */
  readonly answer: Reader<T>
}
