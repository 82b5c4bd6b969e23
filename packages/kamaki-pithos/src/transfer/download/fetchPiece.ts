import { ProtocolError, retry } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import { HashMismatchError } from '../../errors/HashMismatchError.js'
import type { BlockHasher } from '../../hashing/BlockHasher.js'
import { send } from '../../internal/send.js'
import { wireFetch } from '../../internal/wireFetch.js'
import { isTemporary } from '../resolveTransfer.js'
import type { DownloadJob } from './DownloadJob.js'
import type { Piece, Plan } from './Plan.js'

// How often bytes that don't fit their hash are asked for again before they count as damaged on the server.
const rereads = { attempts: 3, delayMs: () => 0 }

// Requests for less than this cost more than the zeros that they would bring.
const leastZeros = 65_536

/** What came of one piece. */
export interface FetchedPiece {
  /** Whether the bytes were compared with their hash. */
  readonly isVerified: boolean
  /** Bytes that came over the wire. */
  readonly received: number
}

/** What a piece is fetched with. */
export interface PieceReader {
  readonly job: DownloadJob
  readonly plan: Plan
  readonly hasher: BlockHasher
  /** Asks for this version rather than for the present one on the condition that it has not changed. */
  readonly pinnedVersion: string | undefined
  readonly signal: AbortSignal
}

/**
 * Fetches a piece into a buffer of its length and compares it with its hash.
 *
 * @throws {PreconditionFailedError} when the object changed meanwhile.
 * @throws {HashMismatchError} when the bytes are not what the hash says, three times in a row.
 */
export async function fetchPiece(reader: PieceReader, piece: Piece, buffer: Uint8Array): Promise<FetchedPiece> {
  const { hasher, job } = reader
  const { hash, length } = piece
  if (hash !== undefined && length >= leastZeros && hash === (await hasher.digest(new Uint8Array()))) {
    buffer.fill(0)
    return { isVerified: true, received: 0 }
  }
  const found = new Map<string, number>()
  return retry(
    async () => {
      await read(reader, piece, buffer)
      if (hash === undefined) return { isVerified: false, received: length }
      const actual = await hasher.blockAside(buffer)
      if (actual === hash.toLowerCase()) return { isVerified: true, received: length }
      const times = (found.get(actual) ?? 0) + 1
      found.set(actual, times)
      // An object that was cut on the server keeps its last block whole there, and shows only its beginning.
      if (piece.isLast && times > 1 && !job.source.mustVerify) return { isVerified: false, received: length }
      throw damaged(piece.position, hash, actual)
    },
    { retry: rereads, shouldRetry: (error) => error instanceof HashMismatchError, signal: reader.signal },
  )
}

const damaged = (position: number, expected: string, actual: string): HashMismatchError =>
  new HashMismatchError(`download: the block at ${position} has the hash ${actual}, not ${expected}`, {
    operation: 'download',
    expected,
    actual,
    position,
  })

function read({ job, plan, pinnedVersion, signal }: PieceReader, piece: Piece, buffer: Uint8Array): Promise<void> {
  const { client, source, options } = job
  const first = piece.position
  const last = first + piece.length - 1
  const request = {
    ...options.call,
    signal,
    operation: 'download',
    method: 'GET',
    level: 'object',
    target: source,
    query: { format: 'json', version: pinnedVersion ?? source.version },
    headers: {
      range: `bytes=${first}-${last}`,
      'if-match': pinnedVersion === undefined ? plan.info.etag : undefined,
    },
    success: [200, 206],
    idempotent: true,
    retry: options.retry,
    shouldRetry: isTemporary,
    defaultFetch: wireFetch(),
  } as const
  return send(client, request, async (answer) => {
    checkRange(answer, first, last, plan.size)
    const length = await answer.readInto(buffer)
    if (length !== piece.length) throw wrongRange(answer, `${length} bytes`, first, last)
  })
}

// The server ignores a range that it does not understand and sends everything.
function checkRange(answer: HttpAnswer, first: number, last: number, size: number): void {
  const range = answer.headers.get('content-range')
  const isWhole = answer.status === 200 && first === 0 && last === size - 1
  if (isWhole || (answer.status === 206 && range === `bytes ${first}-${last}/${size}`)) return
  throw wrongRange(answer, range ?? `everything (HTTP ${answer.status})`, first, last)
}

function wrongRange({ context, status }: HttpAnswer, found: string, first: number, last: number): ProtocolError {
  const message = `${context.operation}: the server sent ${found} in place of the bytes ${first} to ${last}`
  return new ProtocolError(message, { ...context, status, path: 'content-range' })
}
