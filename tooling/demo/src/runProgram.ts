import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { IndentTransform } from './IndentTransform.ts'

/** How a program is run. */
export interface RunProgramOptions {
  /** Absolute path. */
  file: string
  /** Working directory of the program. */
  folder: string
  /** Added to the environment of this process. */
  env: Record<string, string>
  /** Longest run, in milliseconds; then the program is killed and counts as failed. */
  deadlineMs: number
  /** Kills the program. */
  signal: AbortSignal
}

/** Grace between asking a program to end and ending it, in milliseconds. */
const graceMs = 2_000

/**
 * Runs one example in a process of its own, its output indented below the title.
 *
 * @throws {Error} that says why it did not succeed.
 */
export async function runProgram(options: RunProgramOptions): Promise<void> {
  const { file, folder, env, deadlineMs, signal } = options
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = [child.stdout, child.stderr].map((stream, index) => {
    const indented = stream.pipe(new IndentTransform('    '))
    indented.pipe(index === 0 ? process.stdout : process.stderr, { end: false })
    return finished(indented)
  })

  let reason: string | undefined
  let force: NodeJS.Timeout | undefined
  const stop = (why: string) => {
    reason ??= why
    child.kill('SIGTERM')
    force ??= setTimeout(() => child.kill('SIGKILL'), graceMs)
  }
  const onAbort = () => stop('interrupted')
  signal.addEventListener('abort', onAbort, { once: true })
  const deadline = setTimeout(() => stop(`no end after ${deadlineMs / 1000} s`), deadlineMs)
  try {
    const [code, killedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
    await Promise.all(output)
    if (code !== 0) reason ??= killedBy ? `killed by ${killedBy}` : `exit code ${code}`
    if (reason !== undefined) throw new Error(reason)
  } finally {
    clearTimeout(deadline)
    clearTimeout(force)
    signal.removeEventListener('abort', onAbort)
  }
}
