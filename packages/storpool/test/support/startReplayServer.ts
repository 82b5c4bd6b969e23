import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** One answer of a recorded case, or what goes wrong instead. */
export interface Reply {
  status?: number
  body?: string
  fault?: 'close' | 'reset' | 'garbage' | 'truncated' | 'refused' | 'timeout'
}

/** A server that answers requests with recorded replies in turn; the last one repeats. */
export interface ReplayServer extends AsyncDisposable {
  readonly url: string
  /** How many requests came. */
  readonly attempts: number
}

/** Starts a server that can break the rules of HTTP. A reply `refused` comes from a port where nothing listens. */
export async function startReplayServer(replies: readonly Reply[]): Promise<ReplayServer> {
  let attempts = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => {}) // clients that drop their end are part of what is tested
    let received = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      const length = requestLength(received)
      if (length === undefined || received.length < length) return
      received = received.subarray(length)
      answer(socket, replies[Math.min(attempts++, replies.length - 1)]!)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  if (replies[0]?.fault === 'refused') await close()
  return {
    url,
    get attempts() {
      return attempts
    },
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await close()
    },
  }
}

function requestLength(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const length = /content-length: *(\d+)/i.exec(received.subarray(0, end).toString('latin1'))?.[1]
  return end + 4 + Number(length ?? 0)
}

function answer(socket: Socket, { status = 200, body = '', fault }: Reply): void {
  const bytes = Buffer.from(body)
  const head = `HTTP/1.1 ${status} Answer\r\nContent-Length: ${bytes.length + (fault === 'truncated' ? 10 : 0)}\r\n\r\n`
  switch (fault) {
    case 'close':
      return void socket.end()
    case 'reset':
      return void socket.resetAndDestroy()
    case 'garbage':
      return void socket.end('no HTTP at all\r\n\r\n')
    case 'truncated':
      return void socket.end(Buffer.concat([Buffer.from(head), bytes]))
    case 'timeout':
      return
    default:
      socket.write(Buffer.concat([Buffer.from(head), bytes]))
  }
}
