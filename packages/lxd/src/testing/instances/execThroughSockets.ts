import type { FakeSocket } from '../protocol/FakeCall.js'
import { randomHex } from '../protocol/randomHex.js'
import { discard } from '../sockets/discard.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeTerminal } from '../state/FakeProgram.js'
import type { FakeState } from '../state/FakeState.js'
import { instanceResources } from './instanceResources.js'
import { type ProcessPlace, type RunningProcess, startProcess } from './startProcess.js'

/** What runs with sockets for its streams. */
export interface ExecThroughSocketsParameters extends ProcessPlace {
  /** The terminal, when it has one: one socket for everything. */
  readonly terminal: FakeTerminal | undefined
}

// How long the sockets are waited for. LXD 5.0.2, observed.
const connectMs = 5_000
const sigkill = 9
const longestFrame = 65_536
const endOfTransmission = 4

/**
 * Runs a program whose streams are WebSockets. It starts when they are all connected; an empty text frame ends a stream.
 *
 * @see LXD 5.0.2, observed
 */
export function execThroughSockets(
  state: FakeState,
  instance: FakeInstance,
  { terminal: size, ...place }: ExecThroughSocketsParameters,
): Response {
  const { command, environment } = place
  const interactive = size !== undefined
  let terminal = size
  const names = interactive ? ['0', 'control'] : ['0', '1', '2', 'control']
  const needed = interactive ? names : ['0', '1', '2']
  const fds = Object.fromEntries(names.map((name) => [name, randomHex(32)]))
  const sockets = new Map<string, FakeSocket>()
  let process: RunningProcess | undefined

  const operation = state.operations.prepare({
    class: 'websocket',
    description: 'Executing command',
    project: instance.project,
    resources: instanceResources(instance.name),
    metadata: { command, environment, fds, interactive },
    connect(secret) {
      const name = names.find((one) => fds[one] === secret)
      if (name === undefined || sockets.has(name) || operation.isOver) return undefined
      return (socket) => {
        sockets.set(name, socket)
        if (name === 'control') void control(socket)
        else if (name !== '0') void discard(socket)
        if (process === undefined && needed.every((one) => sockets.has(one))) void run()
      }
    },
  })
  const stopWaiting = state.clock.schedule(connectMs, giveUp, { background: true })
  return state.operations.answerWith(operation)

  function giveUp(): void {
    if (process !== undefined) return
    for (const socket of sockets.values()) socket.drop()
    operation.end('Failure', 'Timed out waiting for websockets to connect')
  }

  async function run(): Promise<void> {
    stopWaiting()
    const socketOf = (stream: 1 | 2) => sockets.get(interactive ? '0' : String(stream))
    process = startProcess(state, instance, {
      ...place,
      terminal: () => terminal,
      stdin: bytesOf(sockets.get('0'), interactive),
      async write(stream, bytes) {
        for (let at = 0; at < bytes.length; at += longestFrame) {
          await socketOf(stream)?.send(bytes.subarray(at, at + longestFrame))
        }
      },
    })
    const { code, failure } = await process.exited
    await socketOf(1)?.send('')
    if (!interactive) await socketOf(2)?.send('')
    // With a terminal the server waits for the client to leave first.
    if (interactive) await sockets.get('0')?.closed
    for (const socket of sockets.values()) socket.drop()
    operation.progress({ return: code }, state.operations.now())
    operation.end(failure === undefined ? 'Success' : 'Failure', failure)
  }

  async function control(socket: FakeSocket): Promise<void> {
    for await (const message of socket) {
      const { command: order, signal, args } = parse(message)
      if (order === 'signal' && typeof signal === 'number') process?.kill(signal)
      if (order === 'window-resize' && interactive)
        terminal = { width: Number(args?.width), height: Number(args?.height) }
    }
    process?.kill(sigkill) // who closes it while the program runs, ends the program
  }
}

// Ends with an empty text, with the socket, or at a terminal when Control-D is typed.
async function* bytesOf(socket: FakeSocket | undefined, isTerminal: boolean): AsyncGenerator<Uint8Array> {
  for await (const message of socket ?? []) {
    if (typeof message === 'string') return
    const end = isTerminal ? message.indexOf(endOfTransmission) : -1
    if (end !== 0) yield end < 0 ? message : message.subarray(0, end)
    if (end >= 0) return
  }
}

interface Order {
  command?: unknown
  signal?: unknown
  args?: { width?: unknown; height?: unknown }
}

// What is broken or unknown is ignored.
function parse(message: string | Uint8Array): Order {
  try {
    const value: unknown = JSON.parse(typeof message === 'string' ? message : new TextDecoder().decode(message))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
