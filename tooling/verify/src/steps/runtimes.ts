import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConsumer } from '../consumers/createConsumer.ts'
import type { RuntimeResult } from '../runtimes/RuntimeResult.ts'
import { runInRuntimes } from '../runtimes/runInRuntimes.ts'
import { runtimeTable } from '../runtimes/runtimeTable.ts'
import type { Step } from '../Step.ts'
import { replaceSection } from '../tables/replaceSection.ts'

/** The packed packages do their work in every promised runtime, and the README says in which. */
export const runtimes: Step = {
  name: 'runtimes',
  async run({ root, packages }) {
    const results = await runInRuntimes(await createConsumer(packages))
    const failures = results
      .filter(({ problem }) => problem !== undefined)
      .map(({ package: name, kind, runtime, problem }) => `${name} ${kind} in ${runtime}: ${problem}`)
    const reasons = Map.groupBy(results.filter(isSkipped), ({ skipped }) => skipped)
    const ran = results.length - failures.length - results.filter(isSkipped).length
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const isTold = replaceSection(readme, 'runtimes', runtimeTable(results)) === readme
    if (!isTold) failures.push('the table of runtimes in the README is another: run `pnpm tables`')
    return {
      passed: ran + (isTold ? 1 : 0),
      failures,
      skipped: [...reasons].map(([reason, those]) => ({ reason, count: those.length })),
    }
  },
}

const isSkipped = (result: RuntimeResult): result is RuntimeResult & { skipped: string } => result.skipped !== undefined
