import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { DemoRun } from './Demo.ts'
import type { FoundDemo } from './discoverDemos.ts'
import { runProgram } from './runProgram.ts'
import { withDeadline } from './withDeadline.ts'

/** What one program came to; also a start or a stop that failed. */
export interface DemoResult {
  title: string
  seconds: number
  /** Why it failed; absent when it passed. */
  failure?: string | undefined
}

const startDeadlineMs = 60_000
const stopDeadlineMs = 30_000

/** Starts a demo, runs its programs one after the other, and stops it. Failures are answered, not thrown. */
export async function runDemo(
  { folder, demo }: FoundDemo,
  options: { deadlineMs: number; signal: AbortSignal },
): Promise<DemoResult[]> {
  console.log(`\n${demo.title}\n${'='.repeat(demo.title.length)}`)
  const started = await attempt('start', () => withDeadline(demo.start(), startDeadlineMs, 'the start'))
  if (started.value === undefined) return [started.result]

  const run: DemoRun = started.value
  const results: DemoResult[] = []
  if (run.note !== undefined) console.log(run.note)
  for (const { file, title } of run.programs) {
    if (options.signal.aborted) break
    console.log(`\n  ${title}  (${file})`)
    const program = { file: join(folder, file), folder, env: run.env, ...options }
    results.push((await attempt(title, () => runProgram(program))).result)
  }
  const stopped = await attempt('stop', () => withDeadline(run[Symbol.asyncDispose](), stopDeadlineMs, 'the stop'))
  return stopped.result.failure === undefined ? results : [...results, stopped.result]
}

async function attempt<T>(title: string, work: () => PromiseLike<T>): Promise<{ value?: T; result: DemoResult }> {
  const begin = performance.now()
  const seconds = () => (performance.now() - begin) / 1000
  try {
    return { value: await work(), result: { title, seconds: seconds() } }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    console.log(`    FAILED: ${failure}`)
    return { result: { title, seconds: seconds(), failure } }
  }
}
