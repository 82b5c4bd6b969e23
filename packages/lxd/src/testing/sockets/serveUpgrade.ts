import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { DuplexWebSocket } from '../../websocket/DuplexWebSocket.js'
import { encodeFrame } from '../../websocket/encodeFrame.js'
import type { FakeSocket } from '../protocol/FakeCall.js'
import { discard } from './discard.js'
import { upgradeRequest } from './upgradeRequest.js'
import { upgrades } from './upgrades.js'

// Fixed by RFC 6455, section 1.3.
const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const maxMessageBytes = 16_777_216
const pingOpcode = 9
// How long a connection that was ended here takes what its client still sends. A closed one would fail the answer to the
// ping, and clients that see that before they have read what came with it lose it.
const lingerMs = 1_000

/** Takes over a connection that asks for a WebSocket, or tells it why not. */
export async function serveUpgrade(
  fetch: typeof globalThis.fetch,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
): Promise<void> {
  const gone = new AbortController()
  socket.once('close', () => gone.abort(new Error('the client closed the connection')))
  const key = request.headers['sec-websocket-key']
  const url = `http://lxd${request.url ?? '/'}`
  let answer: Response
  try {
    answer = await fetch(
      key === undefined ? new Request(url, { signal: gone.signal }) : upgradeRequest(url, gone.signal),
    )
  } catch {
    socket.destroy() // a fault that was asked for, or a client that is gone
    return
  }
  const run = upgrades.get(answer)
  if (run === undefined || key === undefined) return refuse(socket, answer)
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(key + guid))
  const accept = btoa(String.fromCharCode(...new Uint8Array(digest)))
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  if (head.length > 0) socket.unshift(head)
  run(toFakeSocket(socket))
}

async function refuse(socket: Socket, answer: Response): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer())
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.write(
    `HTTP/1.1 ${answer.status} Refused\r\n${headers}content-length: ${body.length}\r\nconnection: close\r\n\r\n`,
  )
  socket.end(body)
}

function toFakeSocket(socket: Socket): FakeSocket {
  const webSocket = new DuplexWebSocket(socket, { operation: 'fake', maxMessageBytes, role: 'server' })
  socket.write(encodeFrame(pingOpcode, new TextEncoder().encode('keepalive'), false))
  const fakeSocket: FakeSocket = {
    closed: webSocket.closed,
    send: (message) => webSocket.send(message).catch(() => {}), // a client that is gone misses nothing
    drop() {
      socket.end()
      // Reading notices that the client has gone.
      void discard(fakeSocket)
      const timer = setTimeout(() => socket.destroy(), lingerMs).unref()
      socket.once('close', () => clearTimeout(timer))
    },
    [Symbol.asyncIterator]: () => webSocket[Symbol.asyncIterator](),
  }
  return fakeSocket
}
