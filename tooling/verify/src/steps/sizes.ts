import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../consumers/Check.ts'
import { countChecks } from '../consumers/countChecks.ts'
import type { Step } from '../Step.ts'
import { checkSizes } from '../sizes/checkSizes.ts'
import { measureSizes } from '../sizes/measureSizes.ts'

/** Programs with each package stay within their budgets, and the READMEs tell what they weigh. */
export const sizes: Step = {
  name: 'sizes',
  async run({ packages }) {
    const checks: Check[] = []
    for (const entry of packages) {
      const readme = readFileSync(join(entry.folder, 'README.md'), 'utf8')
      checks.push(...checkSizes(entry.name, await measureSizes(entry), readme))
    }
    return countChecks(checks)
  },
}
