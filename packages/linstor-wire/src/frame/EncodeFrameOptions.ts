/** Limits of what is sent. */
export interface EncodeFrameOptions {
  /** Largest payload, in bytes. Raise it only where the receiver is not a controller. @default 16_777_216 */
  maxPayloadBytes?: number | undefined
}
