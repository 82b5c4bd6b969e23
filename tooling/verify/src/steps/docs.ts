import { stripVTControlCharacters } from 'node:util'
import { runCommand } from '../run/runCommand.ts'
import type { Step, StepContext, StepResult } from '../Step.ts'

/** The reference of every package is made without a warning. */
export const docs: Step = { name: 'docs', run: checkDocs }

async function checkDocs({ root }: StepContext): Promise<StepResult> {
  const result = await runCommand(root, 'typedoc', [], { deadlineMs: 600_000 })
  const lines = stripVTControlCharacters(result.output).split('\n')
  const failures = lines
    .filter((line) => /^\[(?:warning|error)\]/.test(line))
    .filter((line) => !/Found \d+ errors? and \d+ warnings?/.test(line))
  if (result.code !== 0 && failures.length === 0) {
    return { passed: 0, failures: [`typedoc ended with code ${result.code}`], output: result.output }
  }
  const converted = lines.filter((line) => line.includes('Converting project at')).length
  return { passed: failures.length === 0 ? converted : 0, failures }
}
