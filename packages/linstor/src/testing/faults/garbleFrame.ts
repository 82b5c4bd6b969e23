import { frameHeaderBytes } from '@x/linstor-wire'
import { splitPayload } from '../network/splitPayload.js'

/** A copy of a data frame of which one part makes no sense. */
export function garbleFrame(frame: Uint8Array, part: 'message' | 'header' | 'frame'): Uint8Array {
  const garbled = Uint8Array.from(frame)
  if (part === 'frame') garbled.fill(0xff, 4, 8)
  else {
    const [header, ...messages] = splitPayload(garbled.subarray(frameHeaderBytes))
    // Field 31 of a wire type that does not exist: no decoder takes it for anything.
    for (const bytes of part === 'header' ? [header] : messages) bytes?.fill(0xff)
  }
  return garbled
}
