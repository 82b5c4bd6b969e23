import type { StepResult } from '../Step.ts'
import type { Check } from './Check.ts'

/** What many checks come to. */
export function countChecks(checks: readonly Check[]): StepResult {
  const failed = checks.filter(({ problem }) => problem !== undefined)
  return { passed: checks.length - failed.length, failures: failed.map(({ name, problem }) => `${name}: ${problem}`) }
}
