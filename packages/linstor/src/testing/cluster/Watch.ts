/** What a client wants to be told. */
export interface Watch {
  readonly id: number
  readonly filter: WatchFilter
  /** Sends one `Event` message; `value` is the message that follows it. */
  readonly send: (event: Uint8Array, value: Uint8Array | undefined) => void
}

/** Which events; a field that is left out stands for all. */
export interface WatchFilter {
  readonly eventName: string | undefined
  readonly node: string | undefined
  readonly resource: string | undefined
  readonly volume: number | undefined
  readonly snapshot: string | undefined
}
