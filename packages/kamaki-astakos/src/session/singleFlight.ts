import { Deadline } from '@x/core-errors'

/** A piece of work that is shared by all who ask for it while it is under way. */
export interface SingleFlight<T> {
  (signal?: AbortSignal): Promise<T>
  /** Whether somebody is waiting for it now. */
  readonly underWay: () => boolean
}

/**
 * Shares one run of `work` among all who ask while it is under way. Each can leave through its own signal; when the last
 * one has left, the run is aborted.
 */
export function singleFlight<T>(work: (signal: AbortSignal) => Promise<T>): SingleFlight<T> {
  let current: { promise: Promise<T>; stop: AbortController; waiting: number } | undefined
  const join = async (signal?: AbortSignal) => {
    signal?.throwIfAborted()
    if (current === undefined) {
      const stop = new AbortController()
      current = { promise: work(stop.signal), stop, waiting: 0 }
    }
    const flight = current
    flight.waiting++
    const leave = new Deadline({ signal, onTimeout: () => undefined })
    try {
      return await leave.race(flight.promise)
    } finally {
      leave[Symbol.dispose]()
      if (current === flight) {
        flight.waiting--
        if (flight.waiting === 0 || !leave.signal.aborted) current = undefined
        if (leave.signal.aborted && flight.waiting === 0) flight.stop.abort(leave.signal.reason)
      }
    }
  }
  return Object.assign(join, { underWay: () => current !== undefined })
}
