import { refusal } from '../internal/refusal.js'
import type { EncodeFrameOptions } from './EncodeFrameOptions.js'
import { frameHeaderBytes, maxSentPayloadBytes } from './frameLimits.js'

/**
 * Makes a frame of bytes whose first 16 are 0 and whose rest is the payload: writes type and length into them.
 *
 * @throws {ConfigurationError} when the payload is too large, or the type is not an unsigned 32-bit number.
 */
export function sealFrame(
  frame: Uint8Array,
  type: number,
  { maxPayloadBytes = maxSentPayloadBytes }: EncodeFrameOptions = {},
): Uint8Array {
  const size = frame.length - frameHeaderBytes
  if (size > maxPayloadBytes) throw refusal('payload', `has ${size} bytes, more than the limit of ${maxPayloadBytes}`)
  if (type >>> 0 !== type) throw refusal('type', 'must be an integer from 0 to 4294967295')
  const view = new DataView(frame.buffer, frame.byteOffset)
  view.setUint32(0, type)
  view.setUint32(4, size)
  return frame
}
