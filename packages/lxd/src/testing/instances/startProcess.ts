import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeProcess } from '../state/FakeProgram.js'
import type { FakeState } from '../state/FakeState.js'

/** What is run, as whom and where. */
export type ProcessPlace = Pick<FakeProcess, 'command' | 'environment' | 'user' | 'group' | 'cwd'>

/** What a program is started with. */
export type ProcessInput = ProcessPlace &
  Pick<FakeProcess, 'stdin'> & {
    /** Its terminal, at the present size. */
    terminal(): FakeProcess['terminal']
    /** Where its output goes: 1 or 2. */
    write(stream: 1 | 2, bytes: Uint8Array): Promise<void>
  }

/** How a program ended. */
export interface ProcessEnd {
  /** Its exit code, 128 and more when a signal ended it. */
  code: number
  /** Why it did not begin. */
  failure: string | undefined
}

/** A program that runs. */
export interface RunningProcess {
  readonly exited: Promise<ProcessEnd>
  /** Sends it a signal. Does nothing when it is over. */
  kill(signal: number): void
}

const sigkill = 9

/** Runs a program in an instance, until it ends or the instance stops. */
export function startProcess(state: FakeState, instance: FakeInstance, input: ProcessInput): RunningProcess {
  const killed = new AbortController()
  const { promise: death, resolve: die } = Promise.withResolvers<number>()
  let listener: ((signal: number) => void) | undefined
  const kill = (signal: number) => {
    if (listener !== undefined && signal !== sigkill) return listener(signal)
    die(128 + signal)
    killed.abort(new Error(`killed by signal ${signal}`))
  }
  const end = () => kill(sigkill)
  const { terminal, write, ...place } = input
  const writer = (stream: 1 | 2) => async (bytes: Uint8Array | string) => {
    if (!killed.signal.aborted) await write(stream, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  }
  const process: FakeProcess = {
    ...place,
    instance: instance.name,
    get terminal() {
      return terminal()
    },
    signal: killed.signal,
    console: instance.console,
    stdout: writer(1),
    stderr: writer(2),
    onSignal(taken) {
      listener = taken
    },
    sleep: (milliseconds) => sleep(state, milliseconds, killed.signal),
  }
  const run = async (): Promise<ProcessEnd> => {
    const [program = ''] = place.command
    if (instance.volume.files.get(program)?.type === 'directory') {
      return { code: 126, failure: 'Command not executable' }
    }
    instance.processes.add(end)
    try {
      const code = await Promise.race([state.exec(process), death])
      return code === undefined ? { code: 127, failure: 'Command not found' } : { code, failure: undefined }
    } finally {
      instance.processes.delete(end)
    }
  }
  return { exited: run(), kill }
}

function sleep(state: FakeState, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = state.clock.schedule(milliseconds, done, { background: true })
    function done(): void {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done, { once: true })
    if (signal.aborted) done()
  })
}
