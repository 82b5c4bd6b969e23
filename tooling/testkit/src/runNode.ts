import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** How {@link runNode} starts a program. */
export interface RunNodeOptions {
  /** Working directory, from which the program's imports are resolved. */
  from: string
  /** Added to the environment of this process. */
  env?: Record<string, string> | undefined
  /** Flags of Node, for example `['--expose-gc']`. */
  flags?: readonly string[] | undefined
  /** Longest run, in milliseconds; then the program is killed and `timedOut` is set. @default 30_000 */
  deadlineMs?: number | undefined
}

/** What a program did. */
export interface ProgramResult {
  /** Exit code, `null` when a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
  /** It had to be killed: something kept it alive. */
  timedOut: boolean
}

/**
 * Runs a program with the Node of this process: to see that it ends by itself, what it prints, and its exit code.
 *
 * @param program - Source of an ES module, or `{ file }`, the path of one (also TypeScript that Node can strip).
 */
export async function runNode(program: string | { file: string }, options: RunNodeOptions): Promise<ProgramResult> {
  const { from, env, flags = [], deadlineMs = 30_000 } = options
  const source = typeof program === 'string' ? ['--input-type=module', '--eval', program] : [program.file]
  const child = spawn(process.execPath, [...flags, ...source], {
    cwd: from,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let timedOut = false
  const deadline = setTimeout(() => {
    timedOut = true
    child.kill('SIGKILL')
  }, deadlineMs)
  try {
    const [[code], stdout, stderr] = await Promise.all([
      once(child, 'close') as Promise<[number | null]>,
      text(child.stdout),
      text(child.stderr),
    ])
    return { code, stdout, stderr, timedOut }
  } finally {
    clearTimeout(deadline)
  }
}
