import type { BenchRow } from '../Bench.ts'
import type { Machine } from '../describeMachine.ts'

/** What one run of all benches came to. */
export interface BenchReport {
  machine: Machine
  /** Fewer rounds and smaller inputs. */
  quick: boolean
  benches: MeasuredBench[]
}

/** The rows of one bench file. */
export interface MeasuredBench {
  /** `name@version` of the package. */
  package: string
  title: string
  rows: (BenchRow & { goalMet?: boolean | undefined })[]
}
