import { LenientReader } from '@x/linstor-wire'

/** An encoded message as the decoders take it. */
export type AnswerInput = Uint8Array | LenientReader

/** How encoded messages are read: refusing texts that are not UTF-8, or replacing what is wrong in them. */
export const answerInput = (invalidText: 'refuse' | 'replace'): ((message: Uint8Array) => AnswerInput) =>
  invalidText === 'replace' ? (message) => new LenientReader(message) : (message) => message
