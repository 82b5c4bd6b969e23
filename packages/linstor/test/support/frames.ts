import { encodeCall } from '@x/linstor-wire'
import { answerCodecs } from '@x/linstor-wire/codecs/v3'
import { encodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import { encodeMsgApiVersion, type MsgApiVersion } from '@x/linstor-wire/messages/MsgApiVersion'
import { encodeMsgEvent, type MsgEvent } from '@x/linstor-wire/messages/MsgEvent'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'

const { ONEWAY, API_CALL, ANSWER, COMPLETE } = MsgHeaderMsgType

/** What a controller says, as bytes. */
export const frames = {
  /** The first frame of a controller. */
  version: (version: Partial<MsgApiVersion> = {}): Uint8Array =>
    encodeCall({ msgType: ONEWAY, msgContent: 'Version' }, [
      encodeMsgApiVersion({
        version: 3,
        minVersion: 3,
        controllerInfo: 'LINSTOR,Controller,0.7.3,c0ffee,2019-01-01',
        ...version,
      }).finish(),
    ]),
  answer: (apiCallId: bigint, msgContent: string, messages: readonly Uint8Array[] = []): Uint8Array =>
    encodeCall({ msgType: ANSWER, apiCallId, msgContent }, messages),
  /** An answer of the message type that calls have. */
  callAsAnswer: (apiCallId: bigint, msgContent: string, messages: readonly Uint8Array[] = []): Uint8Array =>
    encodeCall({ msgType: API_CALL, apiCallId, msgContent }, messages),
  reply: (apiCallId: bigint, retCode = 1n, message = 'done'): Uint8Array =>
    frames.answer(apiCallId, 'Reply', [replyMessage(retCode, message)]),
  endOfImmediate: (apiCallId: bigint): Uint8Array => frames.answer(apiCallId, 'EndOfImmediateAnswers'),
  complete: (apiCallId: bigint): Uint8Array => encodeCall({ msgType: COMPLETE, apiCallId }),
  oneway: (msgContent: string, messages: readonly Uint8Array[] = []): Uint8Array =>
    encodeCall({ msgType: ONEWAY, msgContent }, messages),
  event: (event: Omit<MsgEvent, 'eventAction'> & { eventAction?: string }, data?: Uint8Array): Uint8Array =>
    frames.oneway('Event', [
      encodeMsgEvent({ eventAction: 'Value', ...event }).finish(),
      ...(data === undefined ? [] : [data]),
    ]),
  /** The list of nodes of these names, as an encoded message. */
  nodeList: (...names: string[]): Uint8Array =>
    answerCodecs.LstNode.encode({ nodes: names.map((name) => ({ name, type: 'SATELLITE' })) }).finish(),
} as const

/** An encoded outcome. */
export const replyMessage = (retCode = 1n, message = 'done'): Uint8Array =>
  encodeMsgApiCallResponse({ retCode, message }).finish()

/** Several pieces of bytes as one. */
export const glue = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
