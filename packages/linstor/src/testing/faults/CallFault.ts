import type { FakeRequest } from '../FakeRequest.js'
import type { ReplyInput } from '../protocol/ReplyInput.js'
import type { FaultRule } from './createFaultQueue.js'

/** Something that goes wrong with one call. Several of its fields may be combined. */
export interface CallFault extends FaultRule<FakeRequest> {
  /** Name of the calls it strikes, for example `CrtRsc`. @default any call */
  call?: string | undefined
  /** Waits before anything else happens, in milliseconds. Other calls go on. */
  delayMs?: number | undefined
  /** Answers this, as an ANSWER `Reply`; the call is not executed. */
  reply?: ReplyInput | readonly ReplyInput[] | undefined
  /** Answers this, as an ANSWER of that name with these messages as they are; the call is not executed. */
  answer?: { content: string; messages?: readonly Uint8Array[] | undefined } | undefined
  /** Never answers: `before` it executed the call, or `after`. */
  hang?: 'before' | 'after' | undefined
  /**
   * Closes the connection: `before` the call is executed, `after` it was executed but before it is answered, or after so
   * many bytes of the answer.
   */
  drop?: 'before' | 'after' | number | undefined
  /** `drop` resets the connection instead of ending it properly. @default false */
  reset?: boolean | undefined
  /** Leaves out the ANSWER `EndOfImmediateAnswers`, as LINSTOR 0.5.0 did, or the COMPLETE. */
  omit?: 'EndOfImmediateAnswers' | 'COMPLETE' | undefined
  /**
   * Makes nonsense of the answer: of the content `message`s, leaving the frames intact; of the `header` message; or of the
   * header of the `frame`, which then announces almost 4 GiB.
   */
  garble?: 'message' | 'header' | 'frame' | undefined
  /** Sends every frame of the answer twice. */
  duplicate?: boolean | undefined
  /** Sends the answer in pieces of so many bytes. */
  split?: number | undefined
}
