import { decodeMsgHeader, type MsgHeader, MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { CallTable } from '../protocol/CallTable.js'
import { createCall, type RunningCall } from '../protocol/createCall.js'
import { executeCall, type RawRequest } from '../protocol/executeCall.js'
import type { Session } from '../protocol/Session.js'
import type { Outbox } from './createOutbox.js'
import { faultyCall } from './faultyCall.js'
import type { ServerParts } from './ServerParts.js'
import { splitPayload } from './splitPayload.js'

/** The connection that calls come in on. */
export interface DispatcherParts {
  readonly server: ServerParts
  readonly session: Session
  /** Counts the connections of the fake from 1. */
  readonly connection: number
  readonly send: (frame: Uint8Array, pieceBytes?: number) => void
  readonly end: Outbox['end']
}

/** @returns A function that executes the call in the payload of a data frame; what is no call is ignored. */
export function createDispatcher(parts: DispatcherParts): (payload: Uint8Array) => void {
  const { server, session, connection, send, end } = parts
  const { cluster, table } = server
  return (payload) => {
    const [headerBytes, bytes] = splitPayload(payload, 2) // what follows the first message is ignored
    const head = headerBytes && headOf(headerBytes)
    if (head === undefined) return
    const raw = decodeRequest(table, head.name, bytes)
    const message = raw.decoded !== undefined && 'message' in raw.decoded ? raw.decoded.message : undefined
    const fault = server.onCall({ call: head.name, id: head.id, message, connection, oneway: head.oneway })
    const start = (transmit: (frame: Uint8Array) => void) =>
      createCall({ ...head, apiVersion: cluster.apiVersion, cluster, session, send: transmit })
    const execute = (call: RunningCall) => executeCall(call, table, raw)
    if (fault === undefined) execute(start(send))
    else faultyCall(fault, { start, execute, send, end, scheduler: cluster.scheduler })
  }
}

// A call without an id is neither executed nor answered (observed on LINSTOR 0.6.0).
function headOf(bytes: Uint8Array): { id: bigint; name: string; oneway: boolean } | undefined {
  const { msgType = MsgHeaderMsgType.ONEWAY, apiCallId, msgContent = '' } = decodeHeader(bytes)
  const oneway = msgType === MsgHeaderMsgType.ONEWAY
  if (apiCallId === undefined || !(oneway || msgType === MsgHeaderMsgType.API_CALL)) return undefined
  return { id: apiCallId, name: msgContent, oneway }
}

function decodeHeader(bytes: Uint8Array): MsgHeader {
  try {
    return decodeMsgHeader(bytes)
  } catch {
    return {} // a controller logs it and goes on (observed on LINSTOR 0.6.0)
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
