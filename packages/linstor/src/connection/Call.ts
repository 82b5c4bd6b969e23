/** One answer of a call: its content's name and its messages, still encoded. */
export type AnswerHandler = (content: string, messages: readonly Uint8Array[]) => void

/** A call as the connection sees it. */
export interface CallRequest {
  /** Name of the action, for errors. */
  readonly operation: string
  /** Name of the call on the wire. */
  readonly apiCall: string
  readonly requestId: string
  /** Number of the attempt, 1 for the first. */
  readonly attempt: number
  /** The encoded request message; `undefined` for calls without one. */
  readonly message: Uint8Array | undefined
  /** Whether making the call twice does what making it once does. */
  readonly idempotent: boolean
  /** Whether the caller is done when the immediate answers are there. */
  readonly asyncMsg: boolean
  /** Whether a connection that closes after the request is the expected end, as with a shutdown. */
  readonly endsWithConnection: boolean
  /** Takes each answer as it comes. What it throws fails this call and no other. */
  readonly onAnswer: AnswerHandler
}
