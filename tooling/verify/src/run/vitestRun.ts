/** `node vitestRun.ts report.json`: runs all tests once and writes what they came to. Its output is vitest's own. */
import { writeFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { startVitest, type TestCase, type TestModule } from 'vitest/node'
import type { StepResult } from '../Step.ts'

const skipped = new Map<string, number>()
const notes: string[] = []
const report: StepResult = { passed: 0, failures: [], notes }

const vitest = await startVitest([], {
  watch: false,
  reporters: ['dot'],
  allowOnly: false,
  testTimeout: 20_000, // a loaded machine is not a failure; what hangs does so longer than this
})
for (const module of vitest.state.getTestModules()) addModule(module)
for (const error of vitest.state.getUnhandledErrors()) report.failures.push(`unhandled: ${messageOf(error)}`)
report.skipped = [...skipped].map(([reason, count]) => ({ reason, count }))
writeFileSync(process.argv[2]!, JSON.stringify(report))
await vitest.close()
// A test that left something open must not keep the run from ending.
process.exit()

function addModule(module: TestModule): void {
  const place = `${module.project.name} ${module.relativeModuleId}`
  for (const error of module.errors()) report.failures.push(`${place}: ${error.message}`)
  for (const suite of module.children.allSuites()) {
    for (const error of suite.errors()) report.failures.push(`${place} > ${suite.fullName}: ${error.message}`)
  }
  for (const test of module.children.allTests()) {
    const result = test.result()
    if (test.diagnostic()?.flaky) notes.push(`passed only when tried again: ${place} > ${test.fullName}`)
    if (result.state === 'passed') report.passed++
    else if (result.state === 'skipped') addSkipped(`${place}: ${result.note ?? skippedPart(test)}`)
    else report.failures.push(`${place} > ${test.fullName}`)
  }
}

function addSkipped(reason: string): void {
  skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
}

/** The outermost suite that is skipped as a whole, else the test: its title has to say why. */
function skippedPart(test: TestCase): string {
  let part = test.fullName
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) {
    if (parent.options.mode === 'skip' || parent.options.mode === 'todo') part = parent.fullName
  }
  return part
}

/** Errors of other processes arrive as plain objects. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : inspect(error)
}
