import type { Clock } from '@x/core-errors'

/** Something that ends by itself when its time comes. */
export interface Timed {
  /** By `elapsed()` of the clock, in milliseconds; `Infinity` for never. */
  readonly endsAt: number
  timeOut(): void
}

/**
 * One timer for all calls of a connection: it is set to the first that can end, and looks for the next when it fires.
 * Most calls are long over by then, and setting a timer for each would cost more than the call. It does not keep the
 * process alive: the connection does, while calls are open.
 */
export class CallTimeouts {
  readonly #clock: Clock
  readonly #open: () => Iterable<Timed>
  #firesAt = Number.POSITIVE_INFINITY
  #cancel = () => {}

  /** @param open - All calls that may have to be ended. */
  constructor(clock: Clock, open: () => Iterable<Timed>) {
    this.#clock = clock
    this.#open = open
  }

  /** A call was opened. */
  add({ endsAt }: Timed): void {
    if (endsAt >= this.#firesAt) return
    this.#cancel()
    this.#firesAt = endsAt
    this.#cancel = this.#clock.schedule(endsAt - this.#clock.elapsed(), () => this.#fire(), { background: true })
  }

  stop(): void {
    this.#cancel()
    this.#firesAt = Number.POSITIVE_INFINITY
  }

  #fire(): void {
    this.#firesAt = Number.POSITIVE_INFINITY
    const now = this.#clock.elapsed()
    for (const call of [...this.#open()]) {
      if (call.endsAt <= now) call.timeOut()
      else this.add(call)
    }
  }
}
