export type { Bench, BenchGoal, BenchRow } from './Bench.ts'
export { type Comparison, compare, type Round } from './compare.ts'
export { type CpuRateOptions, cpuRate } from './cpuRate.ts'
export { type RateOptions, rate } from './rate.ts'
