import type { HttpAnswer } from '@x/core-errors/http'
import { toApiError } from '../errors/toApiError.js'

/** Passes what is not an error, body unread. @throws {LxdApiError} */
export async function throwIfRefused(answer: HttpAnswer): Promise<void> {
  if (answer.status >= 400) throw toApiError(answer, await answer.text())
}
