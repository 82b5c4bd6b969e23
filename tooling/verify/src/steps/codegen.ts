import { runCommand } from '../run/runCommand.ts'
import type { Step } from '../Step.ts'

/** Regenerating changes nothing; each generator is a check. */
export const codegen: Step = {
  name: 'codegen',
  async run({ root }) {
    const { code, output } = await runCommand(root, process.execPath, ['tooling/codegen/src/main.ts', '--check'], {
      deadlineMs: 300_000,
    })
    const counts = [...output.matchAll(/^(\S+): \d+ files, (\d+) out of date$/gm)]
    const failures = counts.filter(([, , stale]) => stale !== '0').map(([line]) => line)
    if (code !== 0 && failures.length === 0) failures.push('the generators')
    return { passed: counts.filter(([, , stale]) => stale === '0').length, failures, output }
  },
}
