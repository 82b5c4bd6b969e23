import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import type { Operation } from '../schemas/Operation.js'
import type { ExecSettings, ExecTarget } from './ExecParameters.js'
import { exitCodeOf } from './exitCodeOf.js'
import { type RecordedOutput, recordedOutput } from './recordedOutput.js'
import { startExec } from './startExec.js'

/** How a command is run that nobody is connected to. */
export interface ExecuteDetachedSettings extends ExecSettings {
  /** Whether the server writes the outputs to files; else they are thrown away. @default false */
  recordOutput?: boolean | undefined
}

/** What came of a command that nobody was connected to. */
export interface DetachedResult {
  /** 128 and the number of the signal when that ended it. */
  readonly exitCode: number
  /** Set when the outputs were recorded. Delete them: the server keeps them for days. */
  readonly stdout: RecordedOutput | undefined
  readonly stderr: RecordedOutput | undefined
}

/**
 * Runs a command in a running instance without a connection to it, and waits for its end. It reads nothing, and goes on
 * when the wait is given up or the program ends.
 *
 * @throws {LxdCommandError} when the command could not be started. What it ends with is no error.
 * @throws {LxdApiError} 404 without the instance, 400 when it does not run or is frozen.
 * @see LXD 5.0 REST API, `instance_exec_post`: `POST /1.0/instances/{instanceName}/exec`
 * @example
 * const { exitCode, stdout } = await executeDetached(client, { instanceName: 'c1', command: ['backup'], recordOutput: true })
 * console.log(exitCode, await stdout?.text())
 * await stdout?.delete()
 */
export async function executeDetached(
  client: LxdClient,
  parameters: ExecTarget & ExecuteDetachedSettings,
  options: LxdWaitOptions = {},
): Promise<DetachedResult> {
  const { recordOutput = false, ...target } = parameters
  const { signal, timeoutMs, requestId, headers } = options
  const call = { signal, timeoutMs, requestId, headers }
  let result: Operation | undefined
  const over = runOperation(
    client,
    async () => ({
      operation: await startExec(client, { ...target, 'record-output': recordOutput }, call),
      location: undefined,
    }),
    options,
  ).then(({ operation }) => (result = operation as Operation))
  const exitCode = await exitCodeOf(over)
  const outputs = (result?.metadata['output'] ?? {}) as Record<string, unknown>
  const recorded = (fd: '1' | '2') => recordedOutput(client, target, outputs[fd])
  return { exitCode, stdout: recorded('1'), stderr: recorded('2') }
}
