import { ConfigurationError } from '@x/core-errors'
import { frameHeaderBytes } from './frameLimits.js'

/**
 * Makes a frame of bytes whose first 16 are free and whose rest is the payload: writes the header into them.
 *
 * @throws {ConfigurationError} when the type is not an unsigned 32-bit number.
 */
export function sealFrame(frame: Uint8Array, type: number): Uint8Array {
  if (type >>> 0 !== type) {
    throw new ConfigurationError('frame: type must be an integer from 0 to 4294967295', { path: 'type' })
  }
  const view = new DataView(frame.buffer, frame.byteOffset, frameHeaderBytes)
  view.setUint32(0, type)
  view.setUint32(4, frame.length - frameHeaderBytes)
  view.setUint32(8, 0)
  view.setUint32(12, 0)
  return frame
}
