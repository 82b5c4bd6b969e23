import { encodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import type { ReplyInput } from './ReplyInput.js'

/** The bytes of one `MsgApiCallResponse`. */
export function encodeReply({ objRefs, ...reply }: ReplyInput): Uint8Array {
  const entries = Object.entries(objRefs ?? {}).map(([key, value]) => ({ key, value }))
  return encodeMsgApiCallResponse({ ...reply, objRefs: entries }).finish()
}
