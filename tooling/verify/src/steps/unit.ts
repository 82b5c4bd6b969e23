import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runCommand } from '../run/runCommand.ts'
import type { Step, StepResult } from '../Step.ts'

/** Unit, property, fake-server and end-to-end tests of all packages in one run; each test is a check. */
export const unit: Step = {
  name: 'unit',
  async run({ root }) {
    const folder = mkdtempSync(join(tmpdir(), 'verify-'))
    try {
      const file = join(folder, 'report.json')
      const program = resolve(import.meta.dirname, '../run/vitestRun.ts')
      const { code, output } = await runCommand(root, process.execPath, [program, file], { deadlineMs: 2_400_000 })
      if (!existsSync(file)) return { passed: 0, failures: ['vitest did not run'], output }
      const report = JSON.parse(readFileSync(file, 'utf8')) as StepResult
      if (code !== 0 && report.failures.length === 0) report.failures.push(`vitest ended with code ${code}`)
      return { ...report, output }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
