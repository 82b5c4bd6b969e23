import { performance } from 'node:perf_hooks'

/** How long a round of {@link cpuRate} lasts. */
export interface CpuRateOptions {
  /** Repeats the work unmeasured until this much time has passed, in milliseconds. @default 60 */
  warmUpMs?: number | undefined
  /** Then repeats it measured until the thread has worked this long, in milliseconds: kernels count in steps of some. @default 100 */
  atLeastMs?: number | undefined
}

/**
 * A round for `compare` that repeats `work`, which computes and waits for nothing, and answers how much of it is done
 * in a second of this thread's processor time: what a clock would show if the machine had nothing else to do.
 *
 * `compare` collects all garbage before a round, and optimized code goes with the object shapes that it knew, so each
 * round warms up.
 *
 * @param amount - What one call of `work` does, in the unit of the row without its `/s`: megabytes, calls, rows.
 */
export function cpuRate(
  amount: number,
  work: () => unknown,
  { warmUpMs = 60, atLeastMs = 100 }: CpuRateOptions = {},
): () => number {
  return () => {
    const warm = performance.now() + warmUpMs
    while (performance.now() < warm) work()
    const begin = process.threadCpuUsage()
    for (let calls = 1; ; calls++) {
      work()
      const { user, system } = process.threadCpuUsage(begin)
      const elapsed = (user + system) / 1000
      if (elapsed >= atLeastMs) return (amount * calls * 1000) / elapsed
    }
  }
}
