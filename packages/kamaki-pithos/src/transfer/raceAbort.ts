import { Deadline } from '@x/core-errors'

/** Settles as the work does, or rejects with the signal's reason as soon as it aborts. Leaves no listener behind. */
export async function raceAbort<T>(work: PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  using deadline = new Deadline({ signal, onTimeout: () => undefined })
  return await deadline.race(work)
}
