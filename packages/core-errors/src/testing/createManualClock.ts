import type { Clock } from '../time/Clock.js'

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** How many timers are waiting. */
  readonly pending: number
  /** Moves the time on and runs what falls due on the way, in order. */
  advance(ms: number): Promise<void>
  /**
   * Runs timer after timer until `work` settles, and settles as it does. The time jumps; real input and output in
   * between takes as long as it takes. @throws {Error} when the clock would have to pass `limitMs`.
   */
  runUntil<T>(work: Promise<T>, limitMs?: number): Promise<T>
}

interface Timer {
  at: number
  callback: () => void
}

/** Makes a {@link ManualClock}. @param startMs - Its time at first, in milliseconds since 1970. @default 0 */
export function createManualClock(startMs = 0): ManualClock {
  let now = startMs
  const timers = new Set<Timer>()

  const nextTimer = (): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers) if (first === undefined || timer.at < first.at) first = timer
    return first
  }
  const fire = async (timer: Timer) => {
    timers.delete(timer)
    now = Math.max(now, timer.at)
    timer.callback()
    await settle()
  }

  return {
    now: () => now,
    elapsed: () => now,
    schedule(delayMs, callback) {
      const timer = { at: now + Math.max(0, delayMs), callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    get pending() {
      return timers.size
    },
    async advance(ms) {
      await settle()
      const end = now + ms
      for (let timer = nextTimer(); timer !== undefined && timer.at <= end; timer = nextTimer()) await fire(timer)
      now = end
    },
    async runUntil(work, limitMs = 24 * 3_600_000) {
      let settled = false
      const watched = work.finally(() => {
        settled = true
      })
      watched.catch(() => {}) // thrown below, where the caller awaits it
      const end = now + limitMs
      await settle()
      while (!settled) {
        const timer = nextTimer()
        if (timer === undefined) await macrotask()
        else if (timer.at > end) throw new Error(`the work did not settle within ${limitMs} ms of the manual clock`)
        else await fire(timer)
      }
      return watched
    },
  }
}

const macrotask = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

// Lets what a timer set off run as far as it gets without the network: a few rounds of promises and of the event loop.
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round++) await macrotask()
}
