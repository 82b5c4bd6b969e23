/**
 * `pnpm test [step …]`: every check of the repository. Prints one line per step and more of those that failed; the last
 * line counts the checks. A failed step does not keep the later ones from running.
 */
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { findPackages } from './findPackages.ts'
import { printStep } from './printStep.ts'
import { endCommands } from './run/runCommand.ts'
import type { StepResult } from './Step.ts'
import { steps } from './steps.ts'
import { Tally } from './Tally.ts'

const root = resolve(import.meta.dirname, '../../..')
const only = process.argv.slice(2)
const unknown = only.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`)
  process.exit(2)
}
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    endCommands()
    process.exit(code)
  })
}

const context = { root, packages: findPackages(root, 'packages') }
const tally = new Tally()
for (const step of steps.filter(({ name }) => only.length === 0 || only.includes(name))) {
  const begin = performance.now()
  const result = await step.run(context).catch(
    (error: unknown): StepResult => ({
      passed: 0,
      failures: [error instanceof Error ? error.message : String(error)],
    }),
  )
  tally.add(result)
  printStep(step.name, result, (performance.now() - begin) / 1000)
}
console.log(`\n${tally}`)
process.exit(tally.failed === 0 ? 0 : 1)
