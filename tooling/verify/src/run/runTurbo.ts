import { readFileSync, rmSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { StepContext, StepResult } from '../Step.ts'
import { runCommand } from './runCommand.ts'

interface RunSummary {
  tasks: { taskId: string; task: string; command: string; execution?: { exitCode?: number } }[]
}

/** Runs one task of all packages; each package's task is a check. One that could not start counts as failed. */
export async function runTurbo({ root }: StepContext, task: string): Promise<StepResult> {
  const args = ['run', task, '--continue=dependencies-successful', '--output-logs=errors-only', '--ui=stream']
  const { output } = await runCommand(root, 'turbo', [...args, '--summarize'], { deadlineMs: 600_000 })
  const file = /^\s*Summary:\s+(\S.*\.json)\s*$/m.exec(stripVTControlCharacters(output))?.[1]
  if (file === undefined) return { passed: 0, failures: [`turbo ${task} did not run`], output }
  const summary = JSON.parse(readFileSync(file, 'utf8')) as RunSummary
  rmSync(file)
  const tasks = summary.tasks.filter((entry) => entry.task === task && entry.command !== '<NONEXISTENT>')
  const failures = tasks
    .filter(({ execution }) => execution?.exitCode !== 0)
    .map(({ taskId, execution }) => `${taskId}${execution?.exitCode === undefined ? ' (not run)' : ''}`)
  return { passed: tasks.length - failures.length, failures, output }
}
