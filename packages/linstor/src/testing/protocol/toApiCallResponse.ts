import type { MsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import type { ReplyInput } from './ReplyInput.js'

/** An outcome as the message that it is sent as. */
export const toApiCallResponse = ({ objRefs, errorReportIds, ...reply }: ReplyInput): MsgApiCallResponse => ({
  ...reply,
  objRefs: Object.entries(objRefs ?? {}).map(([key, value]) => ({ key, value })),
  errorReportIds: [...(errorReportIds ?? [])],
})
