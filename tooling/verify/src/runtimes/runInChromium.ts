import { bundle, findChromium, runInBrowser } from '@x-tooling/testkit'
import type { Consumer, ConsumerProgram } from '../consumers/Consumer.ts'
import { mapInPairs } from '../run/mapInPairs.ts'
import type { RuntimeResult } from './RuntimeResult.ts'

const runtime = 'Chromium'

/** Bundles the smoke programs that need no sockets and runs them in a headless Chromium. */
export async function runInChromium({ folder, programs }: Consumer): Promise<RuntimeResult[]> {
  const forBrowsers = programs.filter(({ kind }) => kind === 'anywhere')
  const answer = (program: ConsumerProgram, outcome: Pick<RuntimeResult, 'problem' | 'skipped'>): RuntimeResult => ({
    package: program.package.name,
    kind: program.kind,
    runtime,
    ...outcome,
  })
  if (findChromium() === undefined) {
    return forBrowsers.map((program) => answer(program, { skipped: 'there is no Chromium on the PATH' }))
  }
  const modules = await mapInPairs(forBrowsers, async ({ name, script }) => {
    const { esbuild } = await bundle(`import ${JSON.stringify(script)}`, { from: folder })
    return [name, esbuild.code] as const
  })
  const results = await runInBrowser(Object.fromEntries(modules), { deadlineMs: 180_000 })
  return forBrowsers.map((program) => {
    const { output = '', error = undefined } = results[program.name] ?? {}
    const isDone = error === undefined && output.endsWith('done')
    return answer(program, { problem: isDone ? undefined : `${error ?? 'did not end'}\n${output}` })
  })
}
