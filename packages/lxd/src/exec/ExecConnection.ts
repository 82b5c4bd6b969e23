import { ConnectionError } from '@x/core-errors'
import type { Operation } from '../schemas/Operation.js'
import { discardMessages } from '../websocket/discardMessages.js'
import { inputStream } from '../websocket/inputStream.js'
import type { LxdWebSocket } from '../websocket/LxdWebSocket.js'
import { outputStream } from '../websocket/outputStream.js'
import { exitCodeOf } from './exitCodeOf.js'
import type { LxdExec } from './LxdExec.js'
import { type LxdSignal, signalNumber } from './signalNumber.js'

// How long the server may take to tell of the end of a command that was killed.
const killedMs = 2_000

/** The sockets of a command, by the names that servers give them. A terminal has one for everything. */
export interface ExecSockets {
  readonly 0: LxdWebSocket
  readonly 1?: LxdWebSocket
  readonly 2?: LxdWebSocket
  readonly control: LxdWebSocket
}

/** A command that is about to run. */
export interface RunningCommand {
  readonly operation: Operation
  /** Settles with the operation in its final state. */
  readonly over: Promise<Operation>
  /** Gives up waiting for `over`. */
  stopWaiting(reason: unknown): void
  /** Kills the command. */
  readonly signal: AbortSignal | undefined
}

/** The connections to a running command. */
export class ExecConnection implements LxdExec {
  readonly operationId: string
  readonly environment: Readonly<Record<string, string>>
  readonly stdin: WritableStream<Uint8Array | string>
  readonly stdout: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly stderr: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly exitCode: Promise<number>
  readonly #sockets: ExecSockets
  readonly #command: RunningCommand
  /** Settles when the command has ended and its outputs have arrived. */
  readonly #settled: Promise<void>
  readonly #aborted = Promise.withResolvers<never>()
  #hasEnded = false
  #closing: Promise<void> | undefined

  constructor(sockets: ExecSockets, command: RunningCommand) {
    const { 0: input, 1: output, 2: errors, control } = sockets
    const { operation, over, signal } = command
    this.#sockets = sockets
    this.#command = command
    this.operationId = operation.id
    this.environment = (operation.metadata['environment'] ?? {}) as Record<string, string>
    this.#aborted.promise.catch(() => {}) // told by `exitCode`
    this.exitCode = Promise.race([exitCodeOf(over), this.#aborted.promise])
    this.exitCode.catch(() => {}) // whoever wants it awaits it
    this.#settled = this.#settle()
    signal?.addEventListener('abort', this.#onAbort, { once: true })
    const isTerminal = output === undefined
    this.stdin = inputStream(input, {
      // A terminal has no end of its input, but a character that programs take for it.
      onClose: async () => (isTerminal ? undefined : input.send('')),
      onAbort: async () => (isTerminal ? undefined : input.close()),
    })
    this.stdout = this.#outputOf(output ?? input)
    this.stderr = errors === undefined ? nothing() : this.#outputOf(errors)
    for (const socket of [output, errors]) socket?.setAnswersPings?.(false)
    if (!isTerminal) void discardMessages(input)
    void discardMessages(control)
  }

  resize(width: number, height: number): Promise<void> {
    return this.#tell({ command: 'window-resize', args: { width: String(width), height: String(height) } })
  }

  async signal(signal: LxdSignal): Promise<void> {
    await this.#tell({ command: 'signal', signal: signalNumber(signal) })
  }

  async close(): Promise<void> {
    this.#closing ??= this.#end(undefined)
    await this.#closing
    await this.#settled
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  readonly #onAbort = (): void => {
    const reason = this.#command.signal?.reason
    this.#aborted.reject(reason)
    this.#closing ??= this.#end(reason)
  }

  #outputOf(socket: LxdWebSocket): ReadableStream<Uint8Array<ArrayBuffer>> {
    return outputStream(socket, {
      signal: this.#command.signal,
      // A server keeps a terminal until the client lets go of it.
      onEnd: () => void socket.close(),
      onLost: () => this.#whyLost(),
    })
  }

  async #tell(message: object): Promise<void> {
    try {
      await this.#sockets.control.send(JSON.stringify(message))
    } catch {
      // The command has ended: nobody is left to be told.
    }
  }

  // Killing comes first: a server may take the end of the connections for something less.
  async #end(reason: unknown): Promise<void> {
    if (!this.#hasEnded) await this.#tell({ command: 'signal', signal: 9 })
    await Promise.all(Object.values<LxdWebSocket>({ ...this.#sockets }).map((socket) => socket.close()))
    const timer = setTimeout(() => this.#command.stopWaiting(reason), killedMs)
    await this.#command.over.catch(() => {}) // told by `exitCode`
    clearTimeout(timer)
  }

  async #settle(): Promise<void> {
    await this.#command.over.catch(() => {}) // told by `exitCode`
    this.#hasEnded = true
    const { 0: input, 1: output, 2: errors, control } = this.#sockets
    await Promise.all([input.close(), control.close()])
    // What has not been read of the outputs is still to come; they end themselves.
    await Promise.all([output?.closed, errors?.closed])
    this.#command.signal?.removeEventListener('abort', this.#onAbort)
  }

  async #whyLost(): Promise<unknown> {
    if (this.#closing !== undefined) return undefined
    // What the command writes can't be delivered any more.
    await this.#tell({ command: 'signal', signal: 9 })
    const failure = await this.exitCode.then(
      () => undefined,
      (error: unknown) => error,
    )
    const operation = 'instanceExecPost'
    const text = `${operation}: the output of the command broke off before its end was told`
    return failure ?? new ConnectionError(text, { operation, attempts: 1, retryable: false })
  }
}

const nothing = (): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({ start: (controller) => controller.close() })
