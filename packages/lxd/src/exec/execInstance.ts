import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { connectSockets } from '../operations/connectSockets.js'
import { secretsOf } from '../operations/secretsOf.js'
import { waitForOperation } from '../operations/waitForOperation.js'
import { ExecConnection } from './ExecConnection.js'
import type { ExecTarget, ExecTerminalSettings } from './ExecParameters.js'
import type { LxdExec } from './LxdExec.js'
import { startExec } from './startExec.js'

/**
 * Runs a command in a running instance, connected to its input and outputs.
 *
 * @param options - `signal` kills the command, also long after the promise has resolved; `timeoutMs` bounds the start only.
 * @throws {LxdApiError} 404 without the instance, 400 when it does not run or is frozen.
 * @throws {ConfigurationError} for a command without a program.
 * @see LXD 5.0 REST API, `instance_exec_post`: `POST /1.0/instances/{instanceName}/exec`
 * @example
 * await using run = await execInstance(client, { instanceName: 'c1', command: ['tar', '-c', '/etc'] })
 * await run.stdout.pipeTo(archive)
 * console.log(await run.exitCode)
 */
export async function execInstance(
  client: LxdClient,
  parameters: ExecTarget & ExecTerminalSettings,
  options: LxdCallOptions = {},
): Promise<LxdExec> {
  const { interactive = false } = parameters
  const operation = await startExec(client, { ...parameters, interactive, 'wait-for-websocket': true }, options)
  const { signal, requestId, headers } = options
  const stop = new AbortController()
  const stopWaiting = (reason: unknown) => stop.abort(reason)
  // Asked for from the beginning: servers forget an operation 5 s after its end, however long its output takes to read.
  const over = waitForOperation(client, operation, { signal: stop.signal, requestId, headers })
  over.catch(() => {}) // told by `exitCode`
  try {
    const names = interactive ? (['0'] as const) : (['0', '1', '2'] as const)
    const { fds } = operation.metadata as { fds?: unknown }
    const connect = <Name extends string>(wanted: readonly Name[]) =>
      connectSockets(client, operation.id, secretsOf(fds, wanted, 'instanceExecPost'), options)
    // The command starts with the last of the others, and may have ended before a later one could be connected.
    const { control } = await connect(['control'])
    const streams = await connect<'0' | '1' | '2'>(names).catch(async (error) => {
      await control.close()
      throw error
    })
    const connection = new ExecConnection({ ...streams, control }, { operation, over, stopWaiting, signal })
    if (!signal?.aborted) return connection
    void connection.close()
    throw signal.reason
  } catch (error) {
    stopWaiting(error)
    throw error
  }
}
