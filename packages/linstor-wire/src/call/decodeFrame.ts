import type { Reader } from 'protobufjs/minimal.js'
import { createReader } from '../internal/createReader.js'
import { malformed } from '../internal/malformed.js'
import { readEnd } from '../internal/readEnd.js'
import { decodeMsgHeader, type MsgHeader } from '../messages/MsgHeader.js'

/** What the payload of a data frame holds. */
export interface DecodedFrame {
  /** What kind of frame it is and which call it belongs to. */
  header: MsgHeader
  /** The content messages, not yet decoded: views of the payload. */
  messages: Uint8Array[]
}

/**
 * Takes the payload of a data frame apart: the header message and the content messages.
 *
 * @param payload - The payload of a frame of type DATA.
 * @returns `undefined` for an empty payload: a controller that failed to write an answer sends one; it is to be ignored.
 * @throws {ProtocolError} when a length is cut off or runs past the end, or the header can't be decoded; `path` is
 * `MsgHeader.…` or `messages[<index>]`.
 */
export function decodeFrame(payload: Uint8Array): DecodedFrame | undefined {
  if (payload.length === 0) return undefined
  const reader = createReader(payload)
  const header = decodeMsgHeader(reader, endOfMessage(reader, 'MsgHeader'))
  const messages: Uint8Array[] = []
  while (reader.pos < reader.len) {
    const end = endOfMessage(reader, `messages[${messages.length}]`)
    messages.push(payload.subarray(reader.pos, end))
    reader.pos = end
  }
  return { header, messages }
}

function endOfMessage(reader: Reader, path: string): number {
  try {
    return readEnd(reader)
  } catch (error) {
    throw malformed(path, `is malformed: ${(error as Error).message}`, error)
  }
}
