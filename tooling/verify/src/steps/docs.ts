import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type JSONOutput, undocumented } from '@x-tooling/docs'
import { runCommand } from '../run/runCommand.ts'
import type { Step, StepContext, StepResult } from '../Step.ts'

/** The reference is made without a warning, and everything in it is documented; each package is a check. */
export const docs: Step = { name: 'docs', run: checkDocs }

async function checkDocs({ root, packages }: StepContext): Promise<StepResult> {
  const file = join(root, 'site/reference.json')
  rmSync(file, { force: true })
  // As errors, the warnings of the first package would keep the others from being looked at.
  const args = ['--treatWarningsAsErrors', 'false', '--treatValidationWarningsAsErrors', 'false']
  const { code, output } = await runCommand(root, 'typedoc', args, { deadlineMs: 600_000 })
  const messages = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => /\[(?:warning|error)\] /.test(line))
  // The last one only counts the others.
  const failures = messages.length > 1 ? messages.filter((line) => !/ Found \d+ errors? and /.test(line)) : messages
  if (existsSync(file)) {
    const project = JSON.parse(readFileSync(file, 'utf8')) as JSONOutput.ProjectReflection
    failures.push(...undocumented(project).map((name) => `${name} has no doc comment`))
  }
  if (code !== 0 && failures.length === 0) return { passed: 0, failures: [`typedoc ended with code ${code}`], output }
  return { passed: failures.length === 0 ? packages.length : 0, failures }
}
