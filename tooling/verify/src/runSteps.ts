import { performance } from 'node:perf_hooks'
import { printStep } from './printStep.ts'
import type { Step, StepContext, StepResult } from './Step.ts'
import { Tally } from './Tally.ts'

/** Runs steps one after the other, also after one that failed or threw, and prints what each came to. */
export async function runSteps(steps: readonly Step[], context: StepContext): Promise<Tally> {
  const tally = new Tally()
  for (const step of steps) {
    const begin = performance.now()
    const result = await step.run(context).catch(failure)
    tally.add(result)
    printStep(step.name, result, (performance.now() - begin) / 1000)
  }
  return tally
}

const failure = (error: unknown): StepResult => ({
  passed: 0,
  failures: [error instanceof Error ? error.message : String(error)],
})
