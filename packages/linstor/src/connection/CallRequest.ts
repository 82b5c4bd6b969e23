/** A call as the connection sees it. */
export interface CallRequest {
  /** Name of the call on the wire. */
  readonly apiCall: string
  /** Whether it only reads, and may be made again when the connection was lost. */
  readonly idempotent: boolean
  /** Whether the caller is done when the immediate answers are there. */
  readonly asyncMsg: boolean
  /** Whether a connection that closes after the request is the expected end, as with a shutdown. */
  readonly endsWithConnection: boolean
  /**
   * Takes each answer as it comes: its content's name and its messages, still encoded. What it throws fails this call and
   * no other.
   */
  onAnswer(content: string, messages: readonly Uint8Array[]): void
}
