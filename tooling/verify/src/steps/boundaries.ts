import { checkArrows } from '../boundaries/checkArrows.ts'
import { checkBrowserSafety } from '../boundaries/checkBrowserSafety.ts'
import { checkImports } from '../boundaries/checkImports.ts'
import type { Step } from '../Step.ts'

/** Packages depend only on what they may, import no tooling, and keep Node out of their browser-safe entry points. */
export const boundaries: Step = {
  name: 'boundaries',
  async run({ packages }) {
    const failures: string[] = []
    let passed = 0
    for (const entry of packages) {
      for (const problems of [checkArrows(entry), checkImports(entry)]) {
        if (problems.length === 0) passed++
        failures.push(...problems)
      }
      for (const { entry: name, problem } of checkBrowserSafety(entry, packages)) {
        if (problem === undefined) passed++
        else failures.push(`${name} ${problem}`)
      }
    }
    return { passed, failures }
  },
}
