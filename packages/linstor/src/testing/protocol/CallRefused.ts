import type { ReplyInput } from './ReplyInput.js'

/** Thrown by a call of the fake that ends with this reply and has changed nothing. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused'
  constructor(readonly reply: ReplyInput) {
    super(reply.message)
  }
}
