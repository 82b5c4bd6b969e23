import type { Check } from '../Check.ts'
import { runTool } from './runTool.ts'
import { typedocProblems } from './typedocProblems.ts'

/** Builds every package, and the reference of each that changed as `site/reference.json` in its folder. */
export function buildReferences(root: string): Check {
  const args = [
    'run',
    'build',
    'docs',
    '--continue=dependencies-successful',
    '--output-logs=errors-only',
    '--ui=stream',
  ]
  return { name: 'reference of each package', problems: typedocProblems('turbo', runTool(root, 'turbo', args)) }
}
