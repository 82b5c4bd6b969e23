import { checkPayloadSize } from './checkPayloadSize.js'
import type { EncodeFrameOptions } from './EncodeFrameOptions.js'
import type { FrameType } from './FrameType.js'
import { frameHeaderBytes, maxSentPayloadBytes } from './frameLimits.js'
import { sealFrame } from './sealFrame.js'

/**
 * Encodes one frame, header and payload in one piece.
 *
 * @param type - One of {@link FrameType}.
 * @param payload - What follows the header. @default nothing
 * @throws {ConfigurationError} when the payload is larger than a controller takes.
 * @example
 * socket.write(encodeFrame(FrameType.PONG))
 */
export function encodeFrame(
  type: FrameType,
  payload?: Uint8Array,
  { maxPayloadBytes = maxSentPayloadBytes }: EncodeFrameOptions = {},
): Uint8Array {
  const size = payload?.length ?? 0
  checkPayloadSize(size, maxPayloadBytes)
  const frame = new Uint8Array(frameHeaderBytes + size)
  if (payload !== undefined) frame.set(payload, frameHeaderBytes)
  return sealFrame(frame, type)
}
