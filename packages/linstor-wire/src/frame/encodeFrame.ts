import type { EncodeFrameOptions } from './EncodeFrameOptions.js'
import type { FrameType } from './FrameType.js'
import { frameHeaderBytes } from './frameLimits.js'
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
  payload: Uint8Array = new Uint8Array(0),
  options?: EncodeFrameOptions,
): Uint8Array {
  const frame = new Uint8Array(frameHeaderBytes + payload.length)
  frame.set(payload, frameHeaderBytes)
  return sealFrame(frame, type, options)
}
