/** Where a client takes the time from. Replace it in tests: `createManualClock()` of `@x/core-errors/testing`. */
export interface Clock {
  /** Milliseconds since 1970. It may be set back or forward at any time: for dates, not for how long something takes. */
  now(): number
  /** Milliseconds since some moment in the past. Never set: for deadlines and durations. */
  elapsed(): number
  /**
   * Calls `callback` once after `delayMs` milliseconds; the function it returns cancels that.
   *
   * @param options - `background` for housekeeping that must not keep the process alive.
   */
  schedule(delayMs: number, callback: () => void, options?: { background?: boolean | undefined }): () => void
}

// setTimeout takes 32 bits; what is longer fires at once.
const longestTimer = 2_147_483_647

/** The real time. Timers of the foreground do keep the process alive, as long as somebody waits for them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  schedule(delayMs, callback, options) {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), longestTimer))
    // A browser's timer is a number.
    if (options?.background && typeof timer === 'object') timer.unref()
    return () => clearTimeout(timer)
  },
}
