import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What a command did. */
export interface CommandResult {
  /** Exit code; `null` when a signal ended it. */
  code: number | null
  /** What it wrote to both streams, in the order it arrived, without colors. */
  output: string
  /** What it wrote to its standard output alone. */
  stdout: string
}

const running = new Set<number>()

/** Ends every command that {@link runCommand} started, with what they started. */
export function endCommands(): void {
  for (const pid of running) killGroup(pid, 'SIGKILL')
}

/**
 * Runs a command in the repository with its output captured.
 *
 * @param options - `deadlineMs`: longest run; then the command and its children are killed.
 * @throws {Error} when it cannot be started or takes too long.
 */
export async function runCommand(
  root: string,
  command: string,
  args: readonly string[],
  options: { deadlineMs: number },
): Promise<CommandResult> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that its children can be ended with it
  })
  const all: Buffer[] = []
  const out: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    all.push(chunk)
    out.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => all.push(chunk))
  const { pid } = child
  if (pid !== undefined) running.add(pid)
  let late = false
  const deadline = setTimeout(() => {
    late = true
    if (pid !== undefined) killGroup(pid, 'SIGKILL')
  }, options.deadlineMs)
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    const output = Buffer.concat(all).toString()
    if (late) throw new Error(`${command} ${args.join(' ')}: no end after ${options.deadlineMs / 1000} s\n${output}`)
    return { code, output, stdout: Buffer.concat(out).toString() }
  } finally {
    clearTimeout(deadline)
    if (pid !== undefined) running.delete(pid)
  }
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // It ended by itself meanwhile.
  }
}
