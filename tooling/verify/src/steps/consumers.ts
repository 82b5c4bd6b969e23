import { checkBundlers } from '../consumers/checkBundlers.ts'
import { checkLoading } from '../consumers/checkLoading.ts'
import { checkTypeScript } from '../consumers/checkTypeScript.ts'
import { countChecks } from '../consumers/countChecks.ts'
import { createConsumer } from '../consumers/createConsumer.ts'
import type { Step } from '../Step.ts'

/**
 * What a stranger does with the packed packages: loads every entry point with `import` and `require()`, type-checks against
 * them, bundles programs and runs the bundles.
 */
export const consumers: Step = {
  name: 'consumers',
  async run({ packages }) {
    const consumer = await createConsumer(packages)
    return countChecks([
      ...(await checkLoading(consumer.folder, packages)),
      ...(await checkTypeScript(consumer, packages)),
      ...(await checkBundlers(consumer)),
    ])
  },
}
