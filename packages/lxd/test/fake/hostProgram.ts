import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { Readable } from 'node:stream'
import type { FakeProcess, FakeProgram } from '../../src/testing/index.js'

/** Runs what the suites run in instances: on this machine, which has to be a Linux. */
export const hostProgram: FakeProgram = (process) => {
  const [program = '', ...parameters] = process.command
  if (program === 'ps') return listProcesses(process)
  if (parameters.at(-1)?.endsWith('/dev/console')) return useConsole(process)
  return runHere(process, program, parameters)
}

const isRoot = process.getuid?.() === 0

function runHere(process: FakeProcess, program: string, parameters: readonly string[]): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const child = spawn(program, parameters, {
    env: process.environment,
    cwd: isRoot ? process.cwd : '/',
    // With a group of its own, whatever it starts ends with it.
    detached: true,
    ...(isRoot ? { uid: process.user, gid: process.group } : {}),
  })
  child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(undefined) : reject(error)))
  const signal = (name: number | NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    globalThis.process.kill(-child.pid, name)
  }
  process.onSignal(signal)
  const kill = () => signal('SIGKILL')
  process.signal.addEventListener('abort', kill, { once: true })
  const outputs = [forward(child.stdout, process.stdout), forward(child.stderr, process.stderr)]
  child.stdin.on('error', () => {}) // a program need not read all that it is given
  Readable.from(process.stdin).pipe(child.stdin)
  child.once('exit', async (code, name) => {
    await Promise.all(outputs)
    process.signal.removeEventListener('abort', kill)
    resolve(code ?? 128 + (name === null ? 0 : constants.signals[name]))
  })
  return promise
}

async function forward(from: AsyncIterable<Uint8Array>, to: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for await (const bytes of from) await to(bytes)
}

async function listProcesses({ stdout }: FakeProcess): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  for (const id of ids) {
    const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '') // gone meanwhile
    await stdout(`${id} ${line.replaceAll('\0', ' ')}\n`)
  }
  return 0
}

// Prints to the console, or reads a line of it: `sh -c 'echo … >/dev/console'` and `head -n 1 /dev/console`.
async function useConsole({ command, console, signal, stdout }: FakeProcess): Promise<number> {
  const printed = /^echo (\S+) /.exec(command.at(-1) ?? '')?.[1]
  if (printed !== undefined) {
    await console.write(`${printed}\r\n`)
    return 0
  }
  for await (const bytes of console.read(signal)) {
    await stdout(bytes)
    if (bytes.includes('\n'.charCodeAt(0))) break
  }
  return 0
}
