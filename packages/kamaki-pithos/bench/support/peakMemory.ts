import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { BenchCloud } from './startCloud.ts'

/** The most memory that a process takes which makes one transfer, in MiB; `idle` makes none. */
export async function peakMemory(
  { url, token }: BenchCloud,
  work: 'idle' | 'upload' | 'download',
  file: string,
): Promise<number> {
  const child = fork(new URL('transferOnce.ts', import.meta.url), [url, token, work, file], { execArgv: [] })
  const answered = once(child, 'message') as Promise<[number]>
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${work} ended with code ${code}`)))
  const [mebibytes] = await Promise.race([answered, ended])
  return mebibytes
}
