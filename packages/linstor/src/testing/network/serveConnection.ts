import type { Socket } from 'node:net'
import { encodeCall, encodeFrame, type Frame, FrameType } from '@x/linstor-wire'
import { API_EVENT, API_VERSION } from '@x/linstor-wire/constants'
import { encodeMsgApiVersion } from '@x/linstor-wire/messages/MsgApiVersion'
import { decodeMsgHeader, type MsgHeader, MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { Cluster } from '../cluster/Cluster.js'
import type { FakeRequest } from '../FakeRequest.js'
import type { CallFault } from '../faults/CallFault.js'
import type { ConnectionFault } from '../faults/ConnectionFault.js'
import { encodeLegacyVersion } from '../faults/encodeLegacyVersion.js'
import { garbleFrame } from '../faults/garbleFrame.js'
import type { CallTable } from '../protocol/CallTable.js'
import { createCall } from '../protocol/createCall.js'
import { executeCall, type RawRequest } from '../protocol/executeCall.js'
import type { Session } from '../protocol/Session.js'
import { createFrameReader } from './createFrameReader.js'
import { createOutbox } from './createOutbox.js'
import { faultyCall } from './faultyCall.js'
import { splitPayload } from './splitPayload.js'

/** What all connections of a fake share. */
export interface ServerParts {
  readonly cluster: Cluster
  readonly table: CallTable
  /** What is announced on connect; undefined where nothing is, as on satellites. */
  readonly announced: { version: number; minVersion: number; controllerInfo: string } | undefined
  /** Takes note of a call and says what is to go wrong with it. */
  readonly onCall: (request: FakeRequest) => CallFault | undefined
  readonly shutdown: () => void
}

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
  const { cluster, table, announced } = server
  const outbox = createOutbox(socket)
  const send = (frame: Uint8Array, pieceBytes = fault?.split) => outbox.write(frame, pieceBytes)
  const session: Session = {
    identity: 'PUBLIC',
    role: 'PUBLIC',
    watches: new Map(),
    allWatches: new Set(),
    sendEvent: (event, value) =>
      send(
        encodeCall(
          { msgType: MsgHeaderMsgType.ONEWAY, msgContent: API_EVENT },
          value === undefined ? [event] : [event, value],
        ),
      ),
    shutdown: server.shutdown,
  }
  let inbox: Frame[] = []
  const read = createFrameReader((type, payload) => void inbox.push({ type, payload }))
  const work = () => {
    const frames = inbox
    let done = 0
    for (; done < frames.length && outbox.waitingBytes < mostWaitingBytes; done++) {
      const frame = frames[done]
      if (frame?.type === FrameType.PING) send(encodeFrame(FrameType.PONG))
      if (frame?.type === FrameType.DATA) serveFrame(frame.payload)
    }
    inbox = frames.slice(done)
    if (inbox.length > 0) socket.pause()
    else socket.resume()
  }
  const serveFrame = (payload: Uint8Array) => {
    const [headerBytes, bytes] = splitPayload(payload, 2) // what follows the first message is ignored
    const header = headerBytes && decodeHeader(headerBytes)
    if (header === undefined) return
    const { msgType = MsgHeaderMsgType.ONEWAY, apiCallId, msgContent = '' } = header
    const oneway = msgType === MsgHeaderMsgType.ONEWAY
    if (apiCallId === undefined || !(oneway || msgType === MsgHeaderMsgType.API_CALL)) return
    serveCall({ id: apiCallId, name: msgContent, oneway }, bytes)
  }
  const serveCall = (head: { id: bigint; name: string; oneway: boolean }, bytes: Uint8Array | undefined) => {
    const raw = decodeRequest(table, head.name, bytes)
    const message = raw.decoded !== undefined && 'message' in raw.decoded ? raw.decoded.message : undefined
    const callFault = server.onCall({ call: head.name, id: head.id, message, connection: number, oneway: head.oneway })
    const start = (transmit: (frame: Uint8Array) => void) =>
      createCall({ ...head, apiVersion: cluster.apiVersion, cluster, session, send: transmit })
    const execute = (call: ReturnType<typeof createCall>) => executeCall(call, table, raw)
    if (callFault === undefined) execute(start(send))
    else faultyCall(callFault, { start, execute, send, end: outbox.end, scheduler: cluster.scheduler })
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
  socket.once('end', () => outbox.end())
  socket.once('close', () => {
    for (const watch of session.allWatches) cluster.streams.remove(watch)
    inbox = []
  })
  if (fault?.drop !== undefined) outbox.limit(fault.drop, fault.reset ? 'reset' : 'properly')
  if (fault?.silent) socket.resume()
  else if (fault?.delayMs) cluster.scheduler.after(fault.delayMs, greet)
  else greet()
  return {
    send,
    finish: outbox.end,
    close: (how) => (how === 'reset' ? socket.resetAndDestroy() : socket.destroy()),
  }
}

function decodeHeader(bytes: Uint8Array): MsgHeader | undefined {
  try {
    return decodeMsgHeader(bytes)
  } catch {
    return undefined // a controller logs it and goes on (observed on LINSTOR 0.6.0)
  }
}

function decodeRequest(table: CallTable, name: string, bytes: Uint8Array | undefined): RawRequest {
  if (bytes === undefined || table.takes(name) === 'nothing') return { bytes, decoded: undefined }
  try {
    return { bytes, decoded: { message: table.decode(name, bytes) } }
  } catch (failure) {
    return { bytes, decoded: { failure } }
  }
}

function versionFrame(
  announced: NonNullable<ServerParts['announced']>,
  fault: ConnectionFault | undefined,
): Uint8Array {
  const { version, minVersion = version } = fault?.version ?? announced
  const message = encodeMsgApiVersion({
    version,
    minVersion,
    features: 0n,
    controllerInfo: announced.controllerInfo,
  }).finish()
  if (fault?.legacy) return encodeLegacyVersion(message)
  const frame = encodeCall({ msgType: MsgHeaderMsgType.ONEWAY, msgContent: API_VERSION }, [message])
  return fault?.garble === undefined ? frame : garbleFrame(frame, fault.garble)
}
