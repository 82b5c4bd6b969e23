import type { Call } from './Call.js'
import type { ReplyInput } from './ReplyInput.js'

/** What a server offers: which calls there are, which messages they take, what they do. */
export interface CallTable {
  /** Whether the call takes a message, and whether it can do without. */
  takes(name: string): 'nothing' | 'a message' | 'perhaps a message'
  /** Decodes the message of a call. @throws {ProtocolError} when the bytes are not such a message. */
  decode(name: string, message: Uint8Array): unknown
  /** Why the call is not even looked at; undefined when it is. */
  refusal(call: Call): ReplyInput | undefined
  /** Executes a call that is not refused. */
  run(call: Call, request: unknown): void
}
