import { runCommand } from '../run/runCommand.ts'
import type { Step } from '../Step.ts'

/** Format and lint rules of the whole repository. */
export const lint: Step = {
  name: 'lint',
  async run({ root }) {
    const args = ['check', '--error-on-warnings', '--max-diagnostics=50', '.']
    const { code, output } = await runCommand(root, 'biome', args, { deadlineMs: 120_000 })
    return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: ['biome check'], output }
  },
}
