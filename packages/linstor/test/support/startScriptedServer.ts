import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'
import { decodeFrame, FrameDecoder, FrameType } from '@x/linstor-wire'
import { frames } from './frames.js'

/** One data frame as the server received it. */
export interface ReceivedFrame {
  readonly id: bigint
  readonly content: string
  readonly messages: readonly Uint8Array[]
}

/** One connection of a client, driven by the test. */
export interface ScriptedConnection {
  readonly socket: net.Socket
  /** Types of all frames received so far. */
  readonly frameTypes: readonly number[]
  /** Waits for the next data frame. */
  next(): Promise<ReceivedFrame>
  send(...parts: Uint8Array[]): void
  /** Resolves when the client closed, or the test did. */
  readonly closed: Promise<unknown>
}

/** A server that says nothing but what the test makes it say. */
export interface ScriptedServer extends AsyncDisposable {
  readonly uri: string
  /** Waits for the next connection; the greeting has been sent on it. */
  connection(): Promise<ScriptedConnection>
  /** How many connections were made. */
  readonly accepted: number
}

/** How a scripted server begins. */
export interface ScriptOptions {
  /** Sent at once on every connection. @default the version message of a controller of API version 3 */
  greeting?: Uint8Array | undefined
  scheme?: 'linstor' | 'linstorstlt' | undefined
  tls?: tls.TlsOptions | undefined
}

/** Starts a server on loopback. */
export async function startScriptedServer(options: ScriptOptions = {}): Promise<ScriptedServer> {
  const { greeting = frames.version(), scheme = 'linstor' } = options
  const waiting: ScriptedConnection[] = []
  const sockets = new Set<net.Socket>()
  let wake = () => {}
  let accepted = 0
  const onConnection = (socket: net.Socket) => {
    accepted++
    sockets.add(socket)
    socket.on('error', () => {}) // clients that vanish are part of what is tested
    socket.setNoDelay(true)
    waiting.push(scripted(socket))
    if (greeting.length > 0) socket.write(greeting)
    wake()
  }
  const server =
    options.tls === undefined ? net.createServer(onConnection) : tls.createServer(options.tls, onConnection)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  return {
    uri: `${scheme}${options.tls === undefined ? '' : '+ssl'}://127.0.0.1:${port}`,
    get accepted() {
      return accepted
    },
    async connection() {
      for (;;) {
        const next = waiting.shift()
        if (next !== undefined) return next
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function scripted(socket: net.Socket): ScriptedConnection {
  const received: ReceivedFrame[] = []
  const frameTypes: number[] = []
  const decoder = new FrameDecoder()
  let wake = () => {}
  socket.on('data', (chunk: Buffer) => {
    decoder.push(chunk, ({ type, payload }) => {
      frameTypes.push(type)
      const frame = type === FrameType.DATA ? decodeFrame(payload) : undefined
      if (frame === undefined) return
      const { apiCallId: id = 0n, msgContent: content = '' } = frame.header
      received.push({ id, content, messages: frame.messages.map((message) => new Uint8Array(message)) })
    })
    wake()
  })
  return {
    socket,
    frameTypes,
    closed: once(socket, 'close'),
    async next() {
      for (;;) {
        const frame = received.shift()
        if (frame !== undefined) return frame
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    send: (...parts) => void socket.write(Buffer.concat(parts)),
  }
}
