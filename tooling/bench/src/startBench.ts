import { fork } from 'node:child_process'
import { once } from 'node:events'
import { dirname, resolve } from 'node:path'
import type { BenchMessage } from './runBench.ts'

/**
 * Runs one bench file in a process of its own, where nothing else has warmed or filled the heap.
 *
 * @throws {Error} when it fails or takes longer than `deadlineMs`.
 */
export async function startBench(file: string, options: { quick: boolean; deadlineMs: number }): Promise<BenchMessage> {
  const child = fork(resolve(import.meta.dirname, 'runBench.ts'), [file], {
    cwd: dirname(file),
    env: { ...process.env, BENCH_QUICK: options.quick ? '1' : '0' },
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
    timeout: options.deadlineMs,
  })
  let message: BenchMessage | undefined
  child.on('message', (received) => {
    message = received as BenchMessage
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (signal !== null) throw new Error(`ended by ${signal}`)
  if (code !== 0) throw new Error(`exit code ${code}`)
  if (message === undefined) throw new Error('ended without a result')
  return message
}
