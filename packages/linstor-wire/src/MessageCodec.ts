import type { Reader, Writer } from 'protobufjs/minimal.js'
import type { MessageInput } from './MessageInput.js'

/** Both functions of one message, for tables that map names to messages. */
export interface MessageCodec<T> {
  /** Name of the message, for example `MsgLstNode`. */
  readonly name: string
  /** Encodes a message. @throws {ConfigurationError} when a field can't be sent. */
  encode(message: MessageInput<T>, writer?: Writer): Writer
  /** Decodes a message. @throws {ProtocolError} when the bytes are not such a message. */
  decode(input: Reader | Uint8Array, end?: number): T
}
