import type { FrameType } from './FrameType.js'

/** One frame as it was received. */
export interface Frame {
  /** Kind of the frame: one of {@link FrameType}, or a number that this version does not know. */
  type: FrameType
  /**
   * The bytes after the frame header; empty when there are none. A view of the bytes that were pushed where the frame
   * lay in one piece: copy what must outlive a buffer that is used again.
   */
  payload: Uint8Array
}
