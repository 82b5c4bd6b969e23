import { ProtocolError } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import type { Answer } from '../Answer.js'
import { decodeHeaders } from '../headers/decodeHeaders.js'

/** What the server says to blocks that it was sent. */
export interface BlocksAnswer extends Answer {
  /** Hashes of the blocks, in the order in which they were sent; empty when none were. */
  readonly hashes: readonly string[]
}

/** Reads the hashes of blocks that the server took. @throws {ProtocolError} */
export async function readHashes(answer: HttpAnswer): Promise<BlocksAnswer> {
  const { status, context } = answer
  const headers = decodeHeaders(answer.headers)
  const text = await answer.text()
  if (text.trim() === '') return { status, headers, hashes: [] }
  return { status, headers, hashes: parseHashes(text, context.operation, status) }
}

/** Reads a JSON list of hashes. @throws {ProtocolError} */
export function parseHashes(text: string, operation: string, status: number): string[] {
  let hashes: unknown
  try {
    hashes = JSON.parse(text)
  } catch {
    // Told below, like every other body that is no list.
  }
  if (Array.isArray(hashes) && hashes.every((hash) => typeof hash === 'string')) return hashes
  throw new ProtocolError(`${operation}: the answer (HTTP ${status}) is no list of hashes`, { operation, status })
}
