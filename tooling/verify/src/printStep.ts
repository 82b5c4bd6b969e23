import type { StepResult } from './Step.ts'

/** Lines of a failed tool's output that are shown; the end tells most. */
const shownLines = 400

/** Failures that are named; all are counted. */
const shownFailures = 60

/** Prints what a step came to: one line when it passed, else the tool's output and what failed. */
export function printStep(name: string, result: StepResult, seconds: number): void {
  const { passed, failures, skipped = [], notes = [], output = '' } = result
  if (failures.length > 0) {
    const lines = output.trimEnd().split('\n')
    if (lines.length > shownLines) console.log(`… ${lines.length - shownLines} lines left out`)
    console.log(lines.slice(-shownLines).join('\n'))
  }
  const skips = skipped.reduce((sum, { count }) => sum + count, 0)
  const counts = [`${passed} passed`]
  if (failures.length > 0) counts.push(`${failures.length} failed`)
  if (skips > 0) counts.push(`${skips} skipped`)
  console.log(
    `${failures.length > 0 ? 'FAIL' : 'ok  '} ${name.padEnd(10)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts.join(', ')}`,
  )
  for (const failure of failures.slice(0, shownFailures)) console.log(`     failed: ${failure}`)
  if (failures.length > shownFailures) console.log(`     … and ${failures.length - shownFailures} more`)
  for (const note of notes) console.log(`     ${note}`)
  for (const { reason, count } of skipped) console.log(`     skipped ${count}: ${reason}`)
}
