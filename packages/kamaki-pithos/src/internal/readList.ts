import { ProtocolError } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import type { Answer } from '../Answer.js'
import { decodeHeaders } from '../headers/decodeHeaders.js'

/** A listing as the server answers it. */
export interface ListAnswer<T> extends Answer {
  readonly items: readonly T[]
}

/**
 * Reads a listing. Entries are looked at only as far as paging and their use depends on it: a listing may have tens of
 * thousands of them, and newer servers may say more about each.
 *
 * @param names - The members of which every entry must have one, as text.
 * @throws {ProtocolError}
 */
export async function readList<T>(answer: HttpAnswer, names: readonly (keyof T & string)[]): Promise<ListAnswer<T>> {
  const { status, context } = answer
  const headers = decodeHeaders(answer.headers)
  if (status === 204) {
    await answer.discard()
    return { status, headers, items: [] }
  }
  const items = await answer.json()
  const fail = (path: string) =>
    new ProtocolError(`${context.operation}: the answer is no listing at «${path}»`, { ...context, status, path })
  if (!Array.isArray(items)) throw fail('')
  for (const [index, item] of items.entries()) {
    if (typeof item !== 'object' || item === null || !names.some((name) => typeof item[name] === 'string')) {
      throw fail(String(index))
    }
  }
  return { status, headers, items }
}
