import { runCommand } from '../run/runCommand.ts'
import type { Step } from '../Step.ts'

const seconds = 60

/** The fakes and their clients for a minute while calls go wrong; what is compared after each stretch is a check. */
export const soak: Step = {
  name: 'soak',
  async run({ root }) {
    const args = ['tooling/soak/src/main.ts', '--seconds', String(seconds)]
    const { code, output, stdout } = await runCommand(root, process.execPath, args, { deadlineMs: 300_000 })
    const results = [...stdout.matchAll(/^(ok {2}|FAIL) {2}(.*)$/gm)]
    const failures = results.filter(([, state]) => state === 'FAIL').map(([, , text]) => text!)
    const passed = results.length - failures.length
    if (code !== 0 && failures.length === 0) failures.push(`the soak ended with code ${code}`)
    return { passed, failures, output }
  },
}
