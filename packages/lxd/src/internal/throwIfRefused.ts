import type { HttpAnswer } from '@x/core-errors/ky'
import { LxdApiError } from '../errors/LxdApiError.js'
import { readEnvelope } from './readEnvelope.js'

/** Passes what is not an error, body unread. @throws {LxdApiError} */
export async function throwIfRefused(answer: HttpAnswer): Promise<void> {
  if (answer.status < 400) return
  await readEnvelope(answer)
  throw new LxdApiError(answer, '')
}
