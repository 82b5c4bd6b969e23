import { decodeReturnCode } from '@x/linstor-wire'
import type { MsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import type { ApiCallResponse } from './ApiCallResponse.js'

/** Adds to a message what its return code says. */
export const toApiCallResponse = (message: MsgApiCallResponse): ApiCallResponse => ({
  ...message,
  returnCode: decodeReturnCode(message.retCode),
})
