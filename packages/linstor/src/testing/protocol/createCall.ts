import { encodeCall } from '@x/linstor-wire'
import { API_END_OF_IMMEDIATE_ANSWERS, API_REPLY } from '@x/linstor-wire/constants'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { Call } from './Call.js'
import { encodeReply } from './encodeReply.js'

/** What a call is made of. */
export interface CallParts extends Pick<Call, 'name' | 'apiVersion' | 'cluster' | 'session'> {
  readonly id: bigint
  /** Whether nothing but answers is sent. */
  readonly oneway: boolean
  /** Sends one frame. */
  readonly send: (frame: Uint8Array) => void
}

/** A {@link Call} with what its dispatcher needs besides. */
export interface RunningCall extends Call {
  /** Ends the immediate answers, and the call unless it is kept open for satellites. */
  endImmediateAnswers(): void
}

// Lists have no limit on their way to the client.
const unlimited = { maxPayloadBytes: 0xffff_ffff }

/** Makes the call that a handler works on. */
export function createCall(parts: CallParts): RunningCall {
  const { id, oneway, send, ...rest } = parts
  const after: (() => void)[] = []
  let staged = false
  let completed = false
  const answer = (msgType: number, msgContent: string, messages: readonly Uint8Array[]) => {
    if (!completed) send(encodeCall({ msgType, apiCallId: id, msgContent }, messages, unlimited))
  }
  const complete = () => {
    if (completed) return
    completed = true
    if (!oneway) send(encodeCall({ msgType: MsgHeaderMsgType.COMPLETE, apiCallId: id }))
    for (const work of after) work()
  }
  return {
    ...rest,
    reply: (...replies) => answer(MsgHeaderMsgType.ANSWER, API_REPLY, replies.map(encodeReply)),
    replyAsCall: (reply) => answer(MsgHeaderMsgType.API_CALL, API_REPLY, [encodeReply(reply)]),
    answer: (content, ...messages) => answer(MsgHeaderMsgType.ANSWER, content, messages),
    stage: () => {
      staged = true
    },
    complete,
    afterwards: (work) => void after.push(work),
    endImmediateAnswers: () => {
      if (!oneway) answer(MsgHeaderMsgType.ANSWER, API_END_OF_IMMEDIATE_ANSWERS, [])
      if (!staged) complete()
    },
  }
}
