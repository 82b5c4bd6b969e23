import type { RecordedBody } from './Recorded.js'

/** The bytes of a recorded body; none for one that is missing. */
export function bodyBytes(body: RecordedBody | null | undefined): Buffer<ArrayBuffer> {
  if (body === null || body === undefined) return Buffer.alloc(0)
  return 'text' in body ? Buffer.from(body.text) : Buffer.from(body.base64, 'base64')
}
