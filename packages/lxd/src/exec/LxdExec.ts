import type { LxdSignal } from './signalNumber.js'

/**
 * A command that runs in an instance. Read both outputs, or cancel the one that is not wanted: a command whose output
 * nobody takes stops when 1 MiB of it is waiting.
 */
export interface LxdExec extends AsyncDisposable {
  /** Id of the operation that runs it. */
  readonly operationId: string
  /** The environment it was given, defaults included. */
  readonly environment: Readonly<Record<string, string>>
  /**
   * What it reads. Closing tells it that there is no more; in a terminal that takes a `\x04` instead. Writing fails once
   * the command has ended.
   */
  readonly stdin: WritableStream<Uint8Array | string>
  /** What it writes; in a terminal, both outputs. Ends when the command and all that inherited the output have ended. */
  readonly stdout: ReadableStream<Uint8Array<ArrayBuffer>>
  /** What it writes as errors; empty in a terminal. */
  readonly stderr: ReadableStream<Uint8Array<ArrayBuffer>>
  /**
   * What it ended with, which is no error whatever it is; 128 and the number of the signal when that ended it.
   *
   * Rejects with {@link LxdCommandError} when it could not be started, with {@link LxdOperationLostError} when the server
   * can't tell any more, and with the reason of the signal that the call was given.
   */
  readonly exitCode: Promise<number>
  /** Tells the terminal its size. Without a terminal it does nothing. */
  resize(width: number, height: number): Promise<void>
  /** Sends a signal to the command; nothing happens when it has ended. */
  signal(signal: LxdSignal): Promise<void>
  /** Kills the command if it still runs, and lets go of its connections. Safe to call twice. */
  close(): Promise<void>
}
