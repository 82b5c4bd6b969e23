import type { FakeOperation } from '../operations/FakeOperation.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { instanceResources } from './instanceResources.js'
import { type ProcessPlace, startProcess } from './startProcess.js'

/** What runs without sockets. */
export interface ExecDetachedParameters extends ProcessPlace {
  /** Whether its output is kept in log files. */
  readonly records: boolean
}

/** Runs a program without sockets; its output is recorded, or lost. */
export function execDetached(
  state: FakeState,
  instance: FakeInstance,
  { records, ...place }: ExecDetachedParameters,
): Response {
  const { name, project, logs } = instance
  const run = async (operation: FakeOperation) => {
    const output = { 1: [] as number[], 2: [] as number[] }
    const { exited } = startProcess(state, instance, {
      ...place,
      terminal: () => undefined,
      stdin: nothing(),
      write: async (stream, bytes) => {
        for (const byte of bytes) output[stream].push(byte)
      },
    })
    const { code, failure } = await exited
    const metadata: Record<string, unknown> = { return: code }
    if (records) {
      const files = { 1: `exec_${operation.id}.stdout`, 2: `exec_${operation.id}.stderr` }
      for (const stream of [1, 2] as const) logs.set(files[stream], Uint8Array.from(output[stream]))
      const pathOf = (file: string) => `/1.0/instances/${name}/logs/${file}`
      metadata['output'] = { 1: pathOf(files[1]), 2: pathOf(files[2]) }
    }
    operation.progress(metadata, state.operations.now())
    if (failure !== undefined) throw new FakeFault(400, failure)
  }
  return state.operations.answer({
    description: 'Executing command',
    project,
    resources: instanceResources(name),
    run,
  })
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
