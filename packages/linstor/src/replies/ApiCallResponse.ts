import type { ReturnCode } from '@x/linstor-wire'
import type { MsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'

/**
 * One outcome of a call: what the controller says it did, or why it did not. Errors are outcomes like any other; look at
 * all of them, since a call is answered by several.
 */
export interface ApiCallResponse extends MsgApiCallResponse {
  /** {@link MsgApiCallResponse.retCode} taken apart: severity, operation, object, code number and name. */
  readonly returnCode: ReturnCode
}
