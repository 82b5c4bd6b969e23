import { ProtocolError } from '@x/core-errors'
import { toBody } from '../internal/toBody.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { ExecSettings, ExecTarget } from './ExecParameters.js'
import { execInstance } from './execInstance.js'
import type { LxdExec } from './LxdExec.js'

/** What becomes of the outputs of a command. */
export type OutputEncoding = 'utf8' | 'bytes'

/** An output of a command, as it was asked for. */
export type ExecuteOutput<Encoding extends OutputEncoding> = Encoding extends 'bytes' ? Uint8Array<ArrayBuffer> : string

/** How a command is run whose output is collected. */
export interface ExecuteSettings<Encoding extends OutputEncoding = OutputEncoding> extends ExecSettings {
  /** What the command reads. @default nothing */
  stdin?: LxdUploadBody | undefined
  /** Upper bound of each output, in bytes; a command that writes more is killed. @default the client's `maxResponseBytes` */
  maxOutputBytes?: number | undefined
  /** `bytes` leaves the outputs as they are; `utf8` makes texts of them. @default utf8 */
  encoding?: Encoding | undefined
}

/** What came of a command. */
export interface ExecuteResult<Encoding extends OutputEncoding = 'utf8'> {
  /** 128 and the number of the signal when that ended it. */
  readonly exitCode: number
  readonly stdout: ExecuteOutput<Encoding>
  readonly stderr: ExecuteOutput<Encoding>
}

/**
 * Runs a command in a running instance and collects what it writes.
 *
 * @param options - `signal` kills the command.
 * @throws {LxdCommandError} when the command could not be started. What it ends with is no error.
 * @throws {LxdApiError} 404 without the instance, 400 when it does not run or is frozen.
 * @throws {ProtocolError} when it writes more than `maxOutputBytes`.
 * @see LXD 5.0 REST API, `instance_exec_post`: `POST /1.0/instances/{instanceName}/exec`
 * @example
 * const { exitCode, stdout } = await executeInstance(client, { instanceName: 'c1', command: ['cat', '/etc/hostname'] })
 */
export async function executeInstance<Encoding extends OutputEncoding = 'utf8'>(
  client: LxdClient,
  parameters: ExecTarget & ExecuteSettings<Encoding>,
  options: LxdCallOptions = {},
): Promise<ExecuteResult<Encoding>> {
  const { stdin, maxOutputBytes = client.config.maxResponseBytes, encoding, ...target } = parameters
  const run = await execInstance(client, target, options)
  try {
    const [exitCode, stdout, stderr] = await Promise.all([
      run.exitCode,
      collect(run.stdout, maxOutputBytes),
      collect(run.stderr, maxOutputBytes),
      feed(run, stdin),
    ])
    const decode = (bytes: Uint8Array<ArrayBuffer>) =>
      (encoding === 'bytes' ? bytes : new TextDecoder().decode(bytes)) as ExecuteOutput<Encoding>
    return { exitCode, stdout: decode(stdout), stderr: decode(stderr) }
  } finally {
    // Kills the command after a failure, which the caller need not wait for.
    void run.close()
  }
}

// Fails only when the caller's own source does: a command need not read all that it is given.
async function feed({ stdin }: LxdExec, source: LxdUploadBody | undefined): Promise<void> {
  const writer = stdin.getWriter()
  const reader = new Response(toBody(source ?? '')).body?.getReader()
  let isTaken = true
  while (isTaken) {
    const step = await reader?.read()
    if (step?.value === undefined) {
      await writer.close().catch(() => {})
      return
    }
    isTaken = await writer.write(step.value).then(
      () => true,
      () => false,
    )
  }
  await reader?.cancel()
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let total = 0
  for await (const chunk of stream) {
    total += chunk.byteLength
    if (total > maxBytes) throw tooMuch(maxBytes)
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

const tooMuch = (maxBytes: number): ProtocolError =>
  new ProtocolError(
    `instanceExecPost: the command wrote more than ${maxBytes} bytes; raise maxOutputBytes if that is expected, or read the streams of exec`,
    { operation: 'instanceExecPost' },
  )
