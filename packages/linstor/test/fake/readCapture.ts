import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One frame of a recording. */
export interface RecordedFrame {
  dir: 'client->server' | 'server->client'
  hex: string
  /** The messages as the recording decodes them; only those of error reports are used. */
  messages: { json: Partial<Record<string, string>> }[]
}

/** One recording of a conversation with a real controller. */
export interface Capture {
  name: string
  calls: { call: { method: string }; frames: RecordedFrame[] }[]
  /** What was written at once, in recordings of bytes made by hand. */
  bytes_sent?: string[]
  server_closed_connection?: boolean
  connection_usable_afterwards?: boolean
}

// They belong to the package that decodes them.
const folder = join(import.meta.dirname, '../../../linstor-wire/test/fixtures/captures')

/** Names of all recordings. */
export const captureNames = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))

/** Reads a recording. */
export const readCapture = (name: string): Capture =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Capture
