import { encodeFrame, FrameType } from '@x/linstor-wire'
import { API_VERSION } from '@x/linstor-wire/constants'

/**
 * The first frame of a controller of API version 1, whose header has a number and the name of the content as fields 1 and
 * 2 (LINSTOR 0.2).
 */
export function encodeLegacyVersion(message: Uint8Array): Uint8Array {
  const name = new TextEncoder().encode(API_VERSION)
  const header = [0x08, 0x00, 0x12, name.length, ...name]
  return encodeFrame(FrameType.DATA, Uint8Array.from([header.length, ...header, message.length, ...message]))
}
