import type { Consumer } from '../consumers/Consumer.ts'
import { runProgram } from '../consumers/runProgram.ts'
import { mapInPairs } from '../run/mapInPairs.ts'
import { findRuntimes } from './findRuntimes.ts'
import type { RuntimeResult } from './RuntimeResult.ts'
import { runInChromium } from './runInChromium.ts'

/** Runs every smoke program of the installed packages in every runtime, and those for browsers in Chromium. */
export async function runInRuntimes(consumer: Consumer): Promise<RuntimeResult[]> {
  const { runtimes, output } = await findRuntimes()
  const reason = output.trim().split('\n').at(-1)
  const runs = runtimes.flatMap((runtime) => consumer.programs.map((program) => ({ runtime, program })))
  const results = await mapInPairs(runs, async ({ runtime: { name, command }, program }): Promise<RuntimeResult> => {
    const result = { package: program.package.name, kind: program.kind, runtime: name }
    if (command === undefined) return { ...result, skipped: `${name} is not installed: ${reason}` }
    return { ...result, problem: await runProgram(consumer.folder, command, program.script) }
  })
  return [...results, ...(await runInChromium(consumer))]
}
