import type { Answer } from './Answer.js'

/** An object, or a part of it, as the server sends it. */
export interface ObjectAnswer extends Answer {
  /** The bytes. Read it to its end or cancel it: until then it holds a connection. */
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
}
