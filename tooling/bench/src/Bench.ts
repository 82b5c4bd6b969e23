/** What `bench/*.bench.ts` of a package exports as `bench`. */
export interface Bench {
  /** Heading of the table. */
  title: string
  /**
   * Measures, and cleans up after itself.
   *
   * @param context - `quick` asks for fewer rounds and smaller inputs: seconds instead of a minute.
   */
  run(context: { quick: boolean }): Promise<BenchRow[]>
}

/** One line of the table. */
export interface BenchRow {
  /** What was measured. */
  name: string
  /** Unit of `value`, for example `MB/s`, `ms`, `kB gz`. */
  unit: string
  value: number
  /** What a reader knows, measured in the same unit and the same run. */
  baseline?: { name: string; value: number } | undefined
  /** `value / baseline`; of measured pairs, the median of the ratios. */
  ratio?: number | undefined
  goal?: BenchGoal | undefined
  /** What a reader must know to judge the number. */
  note?: string | undefined
}

/** Bounds of the ratio; of the value when the row has no baseline. */
export interface BenchGoal {
  atMost?: number | undefined
  atLeast?: number | undefined
}
