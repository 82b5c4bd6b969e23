import type { BenchRow } from '../Bench.ts'

/**
 * How many times better than its baseline a row is: above 1 it is faster or smaller. `undefined` without a baseline.
 * Of rates (`MB/s`) and of rows with a lower bound more is better, of the rest less.
 */
export function relativeSpeed({ unit, ratio, goal }: BenchRow): number | undefined {
  if (ratio === undefined || !(ratio > 0)) return undefined
  const isMoreBetter = goal === undefined ? unit.endsWith('/s') : goal.atLeast !== undefined
  return isMoreBetter ? ratio : 1 / ratio
}
