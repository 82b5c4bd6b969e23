import type { EncodeFrameOptions } from '../frame/EncodeFrameOptions.js'
import { FrameType } from '../frame/FrameType.js'
import { frameHeaderBytes } from '../frame/frameLimits.js'
import { sealFrame } from '../frame/sealFrame.js'
import { createWriter } from '../internal/createWriter.js'
import type { MessageInput } from '../MessageInput.js'
import { encodeMsgHeader, type MsgHeader } from '../messages/MsgHeader.js'

const placeForHeader = new Uint8Array(frameHeaderBytes)

/**
 * Encodes the data frame of a call, or of an answer: the header message and the content messages, each with its length
 * before it.
 *
 * @param header - What kind of frame it is and which call it belongs to.
 * @param messages - Encoded content messages. An empty message is not the same as no message.
 * @throws {ConfigurationError} when the payload would be larger than a controller takes, or the header is invalid.
 * @example
 * const header = { msgType: MsgHeaderMsgType.API_CALL, apiCallId: 1n, msgContent: 'LstNode' }
 * socket.write(encodeCall(header))
 */
export function encodeCall(
  header: MessageInput<MsgHeader>,
  messages: readonly Uint8Array[] = [],
  options?: EncodeFrameOptions,
): Uint8Array {
  const writer = createWriter().raw(placeForHeader).fork()
  encodeMsgHeader(header, writer).ldelim()
  for (const message of messages) writer.bytes(message)
  return sealFrame(writer.finish(), FrameType.DATA, options)
}
