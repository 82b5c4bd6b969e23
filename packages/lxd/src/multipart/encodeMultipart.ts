import { contentTypes } from '../internal/contentTypes.js'
import { toBody } from '../internal/toBody.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'

/** One part of a form to send. */
export interface MultipartPart {
  readonly name: string
  readonly body: LxdUploadBody
}

/**
 * Writes parts one after the other as `multipart/form-data`, as they are read: `FormData` takes nothing of unknown length.
 *
 * @see RFC 7578
 */
export function encodeMultipart(
  parts: Iterable<MultipartPart> | AsyncIterable<MultipartPart>,
): AsyncIterable<Uint8Array> {
  const boundary = `lxd-${crypto.randomUUID()}`
  const encoded = encode(parts, boundary)
  contentTypes.set(encoded, `multipart/form-data; boundary=${boundary}`)
  return encoded
}

async function* encode(
  parts: Iterable<MultipartPart> | AsyncIterable<MultipartPart>,
  boundary: string,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  for await (const { name, body } of parts) {
    const disposition = `Content-Disposition: form-data; name="${name}"; filename="${name}"`
    yield encoder.encode(`--${boundary}\r\n${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n`)
    yield* new Response(toBody(body)).body ?? []
    yield encoder.encode('\r\n')
  }
  yield encoder.encode(`--${boundary}--\r\n`)
}
