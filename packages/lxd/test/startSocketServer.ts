import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FakeHandler } from '@x/core-errors/testing'
import { startServer } from './startServer.js'

const accept = (key: string) => createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')

/** A frame as servers send them: not masked, and short. */
export const frame = (opcode: number, payload: string | Uint8Array = '', final = true): Buffer => {
  const bytes = Buffer.from(payload)
  const length = bytes.length < 126 ? [bytes.length] : [126, bytes.length >> 8, bytes.length & 255]
  return Buffer.concat([Buffer.from([(final ? 0x80 : 0) | opcode, ...length]), bytes])
}

/** What a client sent: opcode and unmasked payload of one short frame. */
export const unmask = (bytes: Buffer): [opcode: number, payload: string] => {
  const payload = bytes
    .subarray(6, 6 + ((bytes[1] ?? 0) & 0x7f))
    .map((byte, index) => byte ^ (bytes[2 + (index & 3)] ?? 0))
  return [(bytes[0] ?? 0) & 0x0f, Buffer.from(payload).toString()]
}

/** What happens on a connection whose handshake is done. */
export type Talk = (socket: Socket, request: IncomingMessage) => void

/** A server whose WebSockets do what the test says. */
export const startSocketServer = (
  talk: Talk,
  { key = accept, handler }: { key?: typeof accept; handler?: FakeHandler } = {},
) =>
  startServer(handler, {
    onUpgrade: (request, socket) => {
      const answer = key(request.headers['sec-websocket-key'] ?? '')
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${answer}\r\n\r\n`,
      )
      talk(socket, request)
    },
  })
