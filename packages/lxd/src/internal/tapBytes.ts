import type { LxdUploadBody } from '../LxdUploadBody.js'
import { toBody } from './toBody.js'

/** The bytes of an upload, shown to `see` as they are read. */
export async function* tapBytes(
  body: LxdUploadBody,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of new Response(toBody(body)).body ?? []) {
    see(chunk)
    yield chunk
  }
}
