import { decodeFrame, frameHeaderBytes } from '@x/linstor-wire'
import { API_END_OF_IMMEDIATE_ANSWERS } from '@x/linstor-wire/constants'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { CallFault } from './CallFault.js'

/** Tells whether this frame of an answer is the one that is left out. */
export function omitFrame(frame: Uint8Array, omit: CallFault['omit']): boolean {
  if (omit === undefined) return false
  const header = decodeFrame(frame.subarray(frameHeaderBytes))?.header
  if (omit === 'COMPLETE') return header?.msgType === MsgHeaderMsgType.COMPLETE
  return header?.msgContent === API_END_OF_IMMEDIATE_ANSWERS
}
