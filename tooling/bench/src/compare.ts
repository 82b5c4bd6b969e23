import { performance } from 'node:perf_hooks'
import type { BenchGoal, BenchRow } from './Bench.ts'
import { median } from './median.ts'

/**
 * One round. Either answers a number (or the promise of one), its own measurement in the row's unit (see {@link rate}),
 * or anything else: then the time it took, in milliseconds, is the measurement.
 */
export type Round = () => unknown

/** What {@link compare} measures. */
export interface Comparison {
  name: string
  /** Unit of the measurements; `ms` when the rounds answer no number. @default 'ms' */
  unit?: string | undefined
  run: Round
  baseline: { name: string; run: Round }
  /** Bounds of `run / baseline`. */
  goal?: BenchGoal | undefined
  /** Measured pairs. @default 15, or 5 when quick */
  rounds?: number | undefined
  /** Unmeasured pairs before them. @default 3, or 1 when quick */
  warmUp?: number | undefined
  note?: string | undefined
}

/**
 * Measures two things in turn, A B A B …, so that what slows the machine slows both. The values are the medians, the
 * ratio is the median of the ratios of each pair. Garbage is collected before each round where Node allows it.
 */
export async function compare(comparison: Comparison): Promise<BenchRow> {
  const quick = process.env['BENCH_QUICK'] === '1'
  const { name, unit = 'ms', run, baseline, goal, rounds = quick ? 5 : 15, warmUp = quick ? 1 : 3, note } = comparison
  if (rounds < 1) throw new RangeError(`${name}: at least one round, not ${rounds}`)
  const values: number[] = []
  const baselines: number[] = []
  for (let round = -warmUp; round < rounds; round++) {
    const value = await measure(run)
    const base = await measure(baseline.run)
    if (round < 0) continue
    values.push(value)
    baselines.push(base)
  }
  return {
    name,
    unit,
    value: median(values),
    baseline: { name: baseline.name, value: median(baselines) },
    ratio: median(values.map((value, index) => value / baselines[index]!)),
    ...(goal && { goal }),
    ...(note !== undefined && { note }),
  }
}

async function measure(round: Round): Promise<number> {
  globalThis.gc?.()
  const begin = performance.now()
  const answer = round()
  // Awaiting what is no promise would add a turn of the event loop to the time.
  const value = answer instanceof Promise ? await answer : answer
  return typeof value === 'number' ? value : performance.now() - begin
}
