/** Kinds of frames that the protocol knows. A frame of another kind is skipped by its length. */
export const FrameType = {
  /** Carries a header message and content messages. */
  DATA: 0,
  /** Asks for a {@link FrameType.PONG}. Has no payload. */
  PING: 1,
  /** Answers a {@link FrameType.PING}. Has no payload. */
  PONG: 2,
} as const

/** Kind of a frame; any unsigned 32-bit number can be received. */
export type FrameType = (typeof FrameType)[keyof typeof FrameType] | (number & {})
