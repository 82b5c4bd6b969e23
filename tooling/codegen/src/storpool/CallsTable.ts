/** `packages/storpool/spec/api.json`: every call of the API. */
export interface CallsTable {
  source: string
  prefix: string
  /** What the arguments in paths mean, by name. */
  arguments: Record<string, string>
  calls: Record<string, CallEntry>
  removed: Record<string, RemovedEntry>
}

/** A call. */
export interface CallEntry {
  doc: string
  verb: 'GET' | 'POST'
  /** Below the prefix, with `{arguments}`. */
  path: string
  /** Types of the arguments, in the order of the path. */
  arguments?: Record<string, string>
  /** Type of the JSON argument: the body of a POST, the query of a GET. */
  json?: string
  /** Name of the parameter that holds the JSON argument when that is a list. */
  member?: string
  /** Whether the JSON argument may be left out altogether. */
  optional?: boolean
  returns: string
  /** First version of the bindings that makes the call on several clusters at once. */
  multiCluster?: string
  since?: string
  deprecated?: string
  /** Rarely of use outside of StorPool itself. */
  internal?: boolean
}

/** A call that later versions of the API no longer have. */
export interface RemovedEntry {
  removedIn: string
  verb?: string
  path?: string
  doc?: string
}
