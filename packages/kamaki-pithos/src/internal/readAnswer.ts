import type { HttpAnswer } from '@x/core-errors/http'
import type { Answer, ObjectWritten } from '../Answer.js'
import { decodeHeaders } from '../headers/decodeHeaders.js'

/** Status and headers of an answer, its body thrown away. */
export async function readAnswer(answer: HttpAnswer): Promise<Answer> {
  await answer.discard()
  return { status: answer.status, headers: decodeHeaders(answer.headers) }
}

/** The same, with what the headers say about the new version of an object. */
export async function readWritten(answer: HttpAnswer): Promise<ObjectWritten> {
  const { status, headers } = await readAnswer(answer)
  return { status, headers, version: headers['x-object-version'], etag: headers['etag'] }
}
