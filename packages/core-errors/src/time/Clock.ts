/** Where a client takes the time from. Replace it in tests: `createManualClock()` of `@x/core-errors/testing`. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `callback` once after `delayMs` milliseconds; the function it returns cancels that. */
  schedule(delayMs: number, callback: () => void): () => void
}

// setTimeout takes 32 bits; what is longer fires at once.
const longestTimer = 2_147_483_647

/** The real time. Its timers do keep the process alive, as long as somebody waits for them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), longestTimer))
    return () => clearTimeout(timer)
  },
}
