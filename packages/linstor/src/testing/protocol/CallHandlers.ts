import type { Call } from './Call.js'

type Codecs = Readonly<Record<string, { decode(input: Uint8Array): unknown } | undefined>>

/**
 * What is done for each call of a table of codecs. A handler works at once and to its end; what takes time it leaves to
 * the satellites. It throws `CallRefused` before it changes anything.
 */
export type CallHandlers<Table extends Codecs> = {
  readonly [Name in keyof Table]: Table[Name] extends { decode(input: Uint8Array): infer Message }
    ? (call: Call, request: Message) => void
    : (call: Call) => void
}
