/**
 * `pnpm test [step …]`: every check of the repository. Prints one line per step and more of those that failed; the last
 * line counts the checks. A failed step does not keep the later ones from running.
 */
import { resolve } from 'node:path'
import { findPackages } from './findPackages.ts'
import { endCommands } from './run/runCommand.ts'
import { runSteps } from './runSteps.ts'
import { steps } from './steps.ts'

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

const wanted = steps.filter(({ name }) => only.length === 0 || only.includes(name))
const tally = await runSteps(wanted, { root, packages: findPackages(root, 'packages') })
console.log(`\n${tally}`)
process.exit(tally.failed === 0 ? 0 : 1)
