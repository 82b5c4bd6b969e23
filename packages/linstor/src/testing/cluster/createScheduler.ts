import type { Clock } from '@x/core-errors'

/** Runs things later, as long as the fake is open. */
export interface Scheduler {
  /** Runs `work` after so many milliseconds; 0 is as soon as what is at hand is done. */
  after(delayMs: number, work: () => void): void
  /** Forgets everything that has not run. */
  cancelAll(): void
}

/** Makes a {@link Scheduler}. */
export function createScheduler(clock: Clock): Scheduler {
  const cancels = new Set<() => void>()
  return {
    after(delayMs, work) {
      const run = () => {
        cancels.delete(cancel)
        work()
      }
      const cancel = delayMs === 0 ? soon(run) : clock.schedule(delayMs, run)
      cancels.add(cancel)
    },
    cancelAll() {
      for (const cancel of cancels) cancel()
      cancels.clear()
    },
  }
}

function soon(run: () => void): () => void {
  const immediate = setImmediate(run)
  return () => clearImmediate(immediate)
}
