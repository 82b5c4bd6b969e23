import type { HttpAnswer } from '@x/core-errors/http'
import { decodeHeaders } from '../headers/decodeHeaders.js'
import type { ObjectAnswer } from '../ObjectAnswer.js'

/** Status and headers of an answer, and its body as a stream that outlives the call. */
export const readObject = (answer: HttpAnswer): ObjectAnswer => ({
  status: answer.status,
  headers: decodeHeaders(answer.headers),
  body: answer.stream(),
})
