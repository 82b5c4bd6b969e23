import type { BenchRow } from './Bench.ts'

/** Whether a row is within its goal; `undefined` when it has none. */
export function goalMet({ value, ratio, goal }: BenchRow): boolean | undefined {
  if (goal === undefined) return undefined
  const measured = ratio ?? value
  return measured <= (goal.atMost ?? Number.POSITIVE_INFINITY) && measured >= (goal.atLeast ?? Number.NEGATIVE_INFINITY)
}
