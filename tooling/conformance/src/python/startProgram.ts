import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** A Python program that was started: lines of JSON go in and come out. */
export interface Program extends AsyncDisposable {
  /** Sends a line. */
  send(message: unknown): void
  /** The lines that come, until the program ends. @throws {Error} when it ends other than well. */
  readonly messages: AsyncGenerator<unknown, void>
}

/** Longest run of a program, in milliseconds. */
const deadlineMs = 120_000

/** Starts a program of `python/`. Its standard error is part of the error when it fails. */
export function startProgram(python: string, file: string, args: readonly string[] = []): Program {
  const child = spawn(python, [resolve(import.meta.dirname, '../../python', file), ...args], {
    env: { ...process.env, PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONWARNINGS: 'ignore' },
    stdio: 'pipe',
  })
  const deadline = setTimeout(() => child.kill('SIGKILL'), deadlineMs)
  const closed = once(child, 'close').finally(() => clearTimeout(deadline))
  closed.catch(() => {}) // told by `messages`
  child.stdin.on('error', () => {}) // a program that ended early is told by `messages`
  return {
    send: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    messages: messagesOf(child, closed, file),
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await closed.catch(() => {})
    },
  }
}

async function* messagesOf(
  child: ChildProcess,
  closed: Promise<unknown[]>,
  file: string,
): AsyncGenerator<unknown, void> {
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk).slice(-4_000)
  })
  for await (const line of createInterface({ input: child.stdout! })) yield JSON.parse(line) as unknown
  const [code, signal] = await closed
  if (code !== 0) throw new Error(`${file} ended with ${signal ?? `code ${code}`}\n${errors.trim()}`)
}
