import { encodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import type { ReplyInput } from './ReplyInput.js'
import { toApiCallResponse } from './toApiCallResponse.js'

/** The bytes of one `MsgApiCallResponse`. */
export const encodeReply = (reply: ReplyInput): Uint8Array =>
  encodeMsgApiCallResponse(toApiCallResponse(reply)).finish()
