import type { Writer } from 'protobufjs/minimal.js'
import { unknownFields } from '../unknownFields.js'

/** Gives a decoded message its unknown fields. */
export function attachUnknown<T extends { [unknownFields]?: Uint8Array | undefined }>(message: T, unknown: Writer): T {
  message[unknownFields] = unknown.finish()
  return message
}
