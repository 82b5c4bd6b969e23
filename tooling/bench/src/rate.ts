import { performance } from 'node:perf_hooks'

/** How long a round of {@link rate} lasts. */
export interface RateOptions {
  /** Repeats the work until this much time has passed, in milliseconds. @default 50 */
  atLeastMs?: number | undefined
}

/**
 * A round for {@link compare} that repeats `work` and answers how much of it was done per second.
 *
 * @param amount - What one call of `work` does, in the unit of the row without its `/s`: megabytes, calls, rows.
 */
export function rate(
  amount: number,
  work: () => unknown,
  { atLeastMs = 50 }: RateOptions = {},
): () => number | Promise<number> {
  return () => {
    const begin = performance.now()
    let calls = 0
    for (;;) {
      const answer = work()
      calls++
      if (answer instanceof Promise) return continueAsync(answer, begin)
      const elapsed = performance.now() - begin
      if (elapsed >= atLeastMs) return (amount * calls * 1000) / elapsed
    }
  }

  async function continueAsync(first: Promise<unknown>, begin: number): Promise<number> {
    await first
    for (let calls = 1; ; calls++) {
      const elapsed = performance.now() - begin
      if (elapsed >= atLeastMs) return (amount * calls * 1000) / elapsed
      await work()
    }
  }
}
