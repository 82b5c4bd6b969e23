import { runCommand } from '../run/runCommand.ts'
import type { Step, StepContext, StepResult } from '../Step.ts'

/** Knip's JSON report: per file, lists of findings by kind. */
interface KnipReport {
  issues: Record<string, unknown>[]
}

/** Nothing is unused or undeclared, and no file imports itself over others; each finding is a failed check. */
export const unused: Step = { name: 'unused', run: checkUnused }

type KnipFinding = { name: string } | { name: string }[]

async function checkUnused({ root }: StepContext): Promise<StepResult> {
  const args = ['--reporter', 'json', '--no-progress']
  const { code, output, stdout } = await runCommand(root, 'knip', args, { deadlineMs: 180_000 })
  const json = stdout.split('\n').find((line) => line.startsWith('{"issues":'))
  if (json === undefined) return { passed: 0, failures: ['knip did not run'], output }
  const failures = (JSON.parse(json) as KnipReport).issues.flatMap(findings)
  if (code !== 0 && failures.length === 0) return { passed: 0, failures: [`knip ended with code ${code}`], output }
  return { passed: failures.length === 0 ? 1 : 0, failures }
}

function findings({ file, ...kinds }: Record<string, unknown>): string[] {
  return Object.entries(kinds)
    .filter((entry): entry is [string, KnipFinding[]] => Array.isArray(entry[1]))
    .flatMap(([kind, found]) => found.map((finding) => `${kind}: ${describe(finding)} in ${file}`))
}

/** A cycle is a list of files. */
const describe = (finding: KnipFinding): string =>
  Array.isArray(finding) ? finding.map(({ name }) => name).join(' -> ') : `${finding.name}`
