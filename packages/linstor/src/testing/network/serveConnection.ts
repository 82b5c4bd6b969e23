import type { Socket } from 'node:net'
import { encodeCall, encodeFrame, type Frame, FrameType } from '@x/linstor-wire'
import { API_EVENT } from '@x/linstor-wire/constants'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { ConnectionFault } from '../faults/ConnectionFault.js'
import type { Session } from '../protocol/Session.js'
import { closeSocket } from './closeSocket.js'
import { createDispatcher } from './createDispatcher.js'
import { createFrameReader } from './createFrameReader.js'
import { createOutbox } from './createOutbox.js'
import type { ServerParts } from './ServerParts.js'
import { versionFrame } from './versionFrame.js'

/** One open connection. */
export interface ServedConnection {
  /** Sends bytes as they are. */
  send(bytes: Uint8Array): void
  /** Closes the connection once everything is written. */
  finish(): void
  /** Closes the connection at once; properly, or by resetting it. */
  close(how?: 'properly' | 'reset'): void
}

// Answers that wait for a client that does not read: above this nothing more is read from it.
const mostWaitingBytes = 4_194_304

/** Serves one connection until it closes. @param number - Counts the connections of the fake from 1. */
export function serveConnection(
  socket: Socket,
  number: number,
  server: ServerParts,
  fault: ConnectionFault | undefined,
): ServedConnection {
  const { cluster, announced } = server
  const outbox = createOutbox(socket)
  const send = (frame: Uint8Array, pieceBytes = fault?.split) => outbox.write(frame, pieceBytes)
  const session = createSession(server, send)
  const dispatch = createDispatcher({ server, session, connection: number, send, end: outbox.end })
  let inbox: Frame[] = []
  let ended = false
  const read = createFrameReader((type, payload) => void inbox.push({ type, payload }))
  const work = () => {
    const frames = inbox
    let done = 0
    for (; done < frames.length && outbox.waitingBytes < mostWaitingBytes; done++) {
      const frame = frames[done]
      if (frame?.type === FrameType.PING) send(encodeFrame(FrameType.PONG))
      if (frame?.type === FrameType.DATA) dispatch(frame.payload)
    }
    inbox = frames.slice(done)
    if (inbox.length > 0) socket.pause()
    else if (ended) outbox.end()
    else socket.resume()
  }
  const greet = () => {
    if (fault?.greeting !== undefined) send(fault.greeting)
    if (announced !== undefined && !fault?.noVersion) send(versionFrame(announced, fault))
    socket.on('data', (chunk: Buffer) => {
      read(chunk)
      work()
    })
  }

  socket.setNoDelay(true)
  socket.on('error', () => {}) // clients that drop their end are part of what is tested
  socket.on('drain', work)
  socket.once('end', () => {
    ended = true
    work()
  })
  socket.once('close', () => {
    for (const watch of session.allWatches) cluster.streams.remove(watch)
    inbox = []
  })
  if (fault?.drop !== undefined) outbox.limit(fault.drop, fault.reset ? 'reset' : 'properly')
  if (fault?.silent) socket.resume()
  else if (fault?.delayMs) cluster.scheduler.after(fault.delayMs, greet)
  else greet()
  return { send, finish: outbox.end, close: (how) => closeSocket(socket, how) }
}

const createSession = ({ shutdown }: ServerParts, send: (frame: Uint8Array) => void): Session => ({
  identity: 'PUBLIC',
  role: 'PUBLIC',
  watches: new Map(),
  allWatches: new Set(),
  sendEvent(event, value) {
    const messages = value === undefined ? [event] : [event, value]
    send(encodeCall({ msgType: MsgHeaderMsgType.ONEWAY, msgContent: API_EVENT }, messages))
  },
  shutdown,
})
