import { runCommand } from '../run/runCommand.ts'
import type { Step } from '../Step.ts'

/** The site is built as `pnpm run docs` does it, each of its checks is one, and no guide or README is out of date. */
export const docs: Step = {
  name: 'docs',
  async run({ root }) {
    const { code, output } = await runCommand(root, process.execPath, ['tooling/docs/src/main.ts', '--check'], {
      deadlineMs: 1_800_000,
    })
    const lines = output.split('\n')
    const passed = lines.filter((line) => line.startsWith('ok  ')).length
    const failures = lines.filter((line) => /^ {6}\S/.test(line)).map((line) => line.trim())
    if (code !== 0 && failures.length === 0) return { passed, failures: [`the site: exit code ${code}`], output }
    return { passed, failures }
  },
}
