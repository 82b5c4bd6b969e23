/** Options that every call of every client takes. */
export interface CallOptions {
  /** Ends the call, its retries and its waits; the promise rejects with the signal's own reason. */
  signal?: AbortSignal | undefined
  /** Upper bound for one attempt, in milliseconds, in place of the client's. `Infinity` for none. */
  timeoutMs?: number | undefined
  /** Names the call in errors, hooks and diagnostics channels. @default a random id */
  requestId?: string | undefined
}

/** Options that every call of an HTTP client takes. */
export interface HttpCallOptions extends CallOptions {
  /** Sent besides the headers that the client sets; the client's own can't be replaced. */
  headers?: Readonly<Record<string, string>> | undefined
}
