import { ConfigurationError } from '@x/core-errors'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import { createSha256 } from './createSha256.js'
import { toBody } from './toBody.js'

/** An upload whose checksum is known when it has been read. */
export interface HashedUpload {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /** SHA-256 in hexadecimal digits; call it when the stream has been read to its end. */
  sha256(): string
}

/**
 * Computes the checksum of an upload as it is read.
 *
 * @param expected - SHA-256 in hexadecimal digits. The stream fails at its end when it is another, so that the upload is
 * broken off and the server throws it away.
 * @throws {ConfigurationError} in browsers.
 */
export function hashUpload(body: LxdUploadBody, expected: string | undefined, operation: string): HashedUpload {
  const source = new Response(toBody(body)).body
  if (source === null) {
    throw new ConfigurationError(`${operation}: there is nothing to import`, { operation, path: 'body' })
  }
  const hash = createSha256()
  let digest = ''
  const stream = source.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        hash.update(chunk)
        controller.enqueue(chunk)
      },
      flush(controller) {
        digest = hash.digest()
        if (expected === undefined || digest === expected.toLowerCase()) return
        const text = `${operation}: the bytes to import have the SHA-256 ${digest}, not ${expected}`
        controller.error(new ConfigurationError(text, { operation, path: 'sha256' }))
      },
    }),
  )
  return { stream, sha256: () => digest }
}
