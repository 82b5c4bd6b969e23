import type { StepResult } from './Step.ts'

/** Counts the checks of all steps. */
export class Tally {
  passed = 0
  failed = 0
  skipped = 0

  /** Adds what a step found. */
  add(result: StepResult): void {
    this.passed += result.passed
    this.failed += result.failures.length
    for (const { count } of result.skipped ?? []) this.skipped += count
  }

  /** The last line of `pnpm test`. */
  toString(): string {
    return `${this.passed} passed, ${this.failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ''}`
  }
}
