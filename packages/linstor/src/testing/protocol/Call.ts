import type { Cluster } from '../cluster/Cluster.js'
import type { ReplyInput } from './ReplyInput.js'
import type { Session } from './Session.js'

/** One call that is being executed, as its handler sees it. */
export interface Call {
  readonly name: string
  readonly apiVersion: 2 | 3
  readonly cluster: Cluster
  /** What the controller remembers about the connection. */
  readonly session: Session
  /** Sends one ANSWER `Reply` with any number of outcomes. */
  reply(...replies: ReplyInput[]): void
  /** Sends one outcome in a message of type API_CALL, which only `QryMaxVlmSize` does. */
  replyAsCall(reply: ReplyInput): void
  /** Sends one ANSWER with encoded messages. */
  answer(content: string, ...messages: Uint8Array[]): void
  /** Keeps the call open after its handler returns, for what satellites answer. {@link complete} must follow. */
  stage(): void
  /** Ends a call that was kept open. Calling it again does nothing. */
  complete(): void
  /** Does something once the call's COMPLETE was sent. */
  afterwards(work: () => void): void
}
