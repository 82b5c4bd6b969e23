import { runCommand } from '../run/runCommand.ts'
import type { Step } from '../Step.ts'

/** The vendors' Python libraries drive the fakes, where they are installed; each thing that they do is a check. */
export const conformance: Step = {
  name: 'conformance',
  async run({ root }) {
    const { code, output, stdout } = await runCommand(root, process.execPath, ['tooling/conformance/src/main.ts'], {
      deadlineMs: 300_000,
    })
    const lines = [...stdout.matchAll(/^(ok {2}|FAIL|SKIP) {2}(.*)$/gm)]
    const of = (state: string) => lines.filter(([, each]) => each === state).map(([, , text]) => text!)
    const failures = of('FAIL')
    if (code !== 0 && failures.length === 0) failures.push(`the conformance run ended with code ${code}`)
    return {
      passed: of('ok  ').length,
      failures,
      skipped: of('SKIP').map((reason) => ({ count: 1, reason })),
      output,
    }
  },
}
