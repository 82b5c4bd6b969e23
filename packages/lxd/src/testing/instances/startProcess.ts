import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeProcess } from '../state/FakeProgram.js'
import type { FakeState } from '../state/FakeState.js'

/** What a program is started with. */
export type ProcessInput = Pick<FakeProcess, 'command' | 'environment' | 'stdin'> & {
  /** Where its output goes: 1 or 2. */
  write(stream: 1 | 2, bytes: Uint8Array): Promise<void>
}

/** A program that runs. */
export interface RunningProcess {
  /** Its exit code, 128 and more when a signal ended it; `undefined` when there is no such program. */
  readonly exited: Promise<number | undefined>
  /** Ends it. Does nothing when it is over. */
  kill(signal: number): void
}

const sigkill = 9

/** Runs a program in an instance, until it ends or the instance stops. */
export function startProcess(state: FakeState, instance: FakeInstance, input: ProcessInput): RunningProcess {
  const killed = new AbortController()
  const { promise: death, resolve: die } = Promise.withResolvers<number>()
  const kill = (signal: number) => {
    die(128 + signal)
    killed.abort(new Error(`killed by signal ${signal}`))
  }
  const end = () => kill(sigkill)
  instance.processes.add(end)
  const { command, environment, stdin, write } = input
  const writer = (stream: 1 | 2) => async (bytes: Uint8Array | string) => {
    if (!killed.signal.aborted) await write(stream, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  }
  const process: FakeProcess = {
    command,
    environment,
    instance: instance.name,
    stdin,
    signal: killed.signal,
    stdout: writer(1),
    stderr: writer(2),
    sleep: (milliseconds) => sleep(state, milliseconds, killed.signal),
  }
  const run = async () => state.exec(process)
  const exited = Promise.race([run(), death]).finally(() => instance.processes.delete(end))
  return { exited, kill }
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
