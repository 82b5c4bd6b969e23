import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One message as the recording decodes it: names of fields as in the .proto files, 64-bit numbers as texts. */
export interface RecordedMessage {
  type: string
  json: Record<string, unknown>
}

/** One frame of a recording. */
export interface RecordedFrame {
  dir: 'client->server' | 'server->client'
  hex: string
  header: { msg_type?: string; api_call_id?: string; msg_content?: string }
  messages: RecordedMessage[]
}

/** One call of the Python client, and all that went over the wire meanwhile. */
export interface RecordedCall {
  call: { method: string; args: unknown[]; kwargs: Record<string, unknown> }
  frames: RecordedFrame[]
}

/** A conversation of the Python client with a real controller. */
export interface Recording {
  name: string
  connection_opening?: RecordedFrame[]
  calls: RecordedCall[]
}

// They belong to the package that decodes them.
const folder = join(import.meta.dirname, '../../../linstor-wire/test/fixtures/captures')

/** Names of all recordings. */
export const recordingNames = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort()

/** Reads a recording. */
export const readRecording = (name: string): Recording =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Recording
