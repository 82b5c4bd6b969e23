import { runCommand } from '../run/runCommand.ts'
import type { Step } from '../Step.ts'

/** Every example program runs to its end; each is a check. */
export const demo: Step = {
  name: 'demo',
  async run({ root }) {
    const { code, output, stdout } = await runCommand(root, process.execPath, ['tooling/demo/src/main.ts'], {
      deadlineMs: 600_000,
    })
    const results = [...stdout.matchAll(/^(ok {2}|FAIL) {2}\s*[\d.]+ s {2}(.*)$/gm)]
    const failures = results.filter(([, state]) => state === 'FAIL').map(([, , title]) => title!)
    if (code !== 0 && failures.length === 0) failures.push('the demo')
    return { passed: results.filter(([, state]) => state !== 'FAIL').length, failures, output }
  },
}
