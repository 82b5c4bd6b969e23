import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** One frame of a recording. */
export interface RecordedFrame {
  dir: 'client->server' | 'server->client'
  hex: string
  tcp_header: { type: number; length: number }
  header?: Record<string, string>
  messages?: { type: string; json: Record<string, unknown> }[]
  trailing_hex?: string
}

interface Recording {
  connection_opening?: RecordedFrame[]
  calls: { frames: RecordedFrame[] }[]
  bytes_sent?: string[]
}

const folder = resolve(import.meta.dirname, '../fixtures/captures')

/** All frames of all recordings; `name` is file and place, for example `node-list#3`. */
export function readCaptures(): { name: string; frame: RecordedFrame }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const recording = readRecording(file)
      const frames = [...(recording.connection_opening ?? []), ...recording.calls.flatMap((call) => call.frames)]
      return frames.map((frame, index) => ({ name: `${file.replace('.json', '')}#${index}`, frame }))
    })
}

/** The bytes that were sent by hand in a `raw-*` recording. */
export const readBytesSent = (name: string): Uint8Array =>
  Buffer.from(readRecording(`${name}.json`).bytes_sent?.join('') ?? '', 'hex')

const readRecording = (file: string): Recording => JSON.parse(readFileSync(resolve(folder, file), 'utf8'))
