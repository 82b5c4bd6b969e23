import {
  type ClientError,
  ConfigurationError,
  isApiError,
  isConnectionError,
  ProtocolError,
  retry,
} from '@x/core-errors'
import { objectHead } from '../../actions/objectHead.js'
import { HashMismatchError } from '../../errors/HashMismatchError.js'
import { createBlockHasher } from '../../hashing/createBlockHasher.js'
import type { Hashmap } from '../../hashing/Hashmap.js'
import { topHash } from '../../hashing/topHash.js'
import { dateHeader } from '../../headers/dateHeader.js'
import { decodeHeaders } from '../../headers/decodeHeaders.js'
import { plainHeader } from '../../headers/plainHeader.js'
import type { ObjectInfo } from '../../info/ObjectInfo.js'
import { readObjectInfo } from '../../info/readObjectInfo.js'
import { readHashmap } from '../../internal/readHashmap.js'
import { send } from '../../internal/send.js'
import { wireFetch } from '../../internal/wireFetch.js'
import { parseRanges } from '../../ranges/parseRanges.js'
import { isTemporary } from '../resolveTransfer.js'
import type { DownloadJob } from './DownloadJob.js'
import { makePieces } from './makePieces.js'
import type { Piece, Plan } from './Plan.js'

// What the fetch of browsers undoes.
const undone = /^(?:x-)?gzip$|^(?:deflate|br|zstd|compress)$/i

/** Asks what the object consists of. @throws {NotFoundError} {NotModifiedError} {PreconditionFailedError} */
export async function makePlan(job: DownloadJob): Promise<Plan> {
  const { source, isJoined } = job
  const { hashmap, info } = await askHashmap(job)
  const { blockSize, blockHash, hashes } = hashmap
  const isManifest = info.manifest !== undefined
  // An object that stands for others has no blocks of its own. How long all of them are is told by HEAD alone.
  const whole = isManifest ? readObjectInfo(await objectHead(job.client, source, callOf(job))) : info
  const size = isManifest ? (whole.bytes ?? 0) : hashmap.bytes
  if (!isManifest) await checkTopHash(hashes, blockHash, info)
  const all = size === 0 ? [] : [{ first: 0, last: size - 1 }]
  const ranges = source.range === undefined ? all : parseRanges(source.range, size)
  const pieces = makePieces(size, blockSize, isManifest ? undefined : hashes, ranges, isJoined)
  if (source.mustVerify) checkVerifiable(pieces, isManifest)
  const wanted = pieces.reduce((sum, { length }) => sum + length, 0)
  return { info: { ...info, bytes: size }, size, wanted, blockSize, blockHash, pieces }
}

const callOf = ({ options, signal }: DownloadJob) => ({ ...options.call, signal })

async function askHashmap(job: DownloadJob): Promise<{ hashmap: Hashmap; info: ObjectInfo }> {
  const { client, source, options } = job
  const fetch = wireFetch()
  const request = {
    ...callOf(job),
    operation: 'download',
    method: 'GET',
    level: 'object',
    target: source,
    query: { format: 'json', hashmap: null, version: source.version },
    headers: {
      'if-match': plainHeader('ifMatch', source.ifMatch),
      'if-none-match': plainHeader('ifNoneMatch', source.ifNoneMatch),
      'if-modified-since': dateHeader('ifModifiedSince', source.ifModifiedSince),
      'if-unmodified-since': dateHeader('ifUnmodifiedSince', source.ifUnmodifiedSince),
    },
    success: [200],
    idempotent: true,
    retry: false,
    defaultFetch: fetch,
  } as const
  const ask = async () => {
    try {
      return await send(client, request, async (answer) => ({
        hashmap: await readHashmap(answer),
        info: readObjectInfo({ status: answer.status, headers: decodeHeaders(answer.headers) }),
      }))
    } catch (error) {
      throw fetch === undefined && isConnectionError(error) ? await explained(job, error) : error
    }
  }
  return retry(ask, {
    retry: options.retry,
    shouldRetry: isTemporary,
    retryAfterMs: (error) => (isApiError(error) ? error.retryAfterMs : undefined),
    signal: job.signal,
    clock: client.session.clock,
  })
}

// A fetch that undoes encodings fails at a hashmap: it carries the object's encoding, but is not encoded.
async function explained(job: DownloadJob, error: ClientError): Promise<ClientError> {
  const answer = await objectHead(job.client, job.source, callOf(job)).catch(() => undefined)
  const encoding = answer?.headers['content-encoding'] ?? ''
  if (!undone.test(encoding)) return error
  return new ProtocolError(
    `download: the object is stored with the encoding ${encoding}, which the fetch of this runtime undoes by itself; its bytes can't be had here`,
    { operation: 'download', cause: error, attempts: error.attempts },
  )
}

function checkVerifiable(pieces: readonly Piece[], isManifest: boolean): void {
  const piece = pieces.find(({ hash }) => hash === undefined)
  if (piece === undefined) return
  const why = isManifest ? 'the object stands for others' : 'they are a part of a block'
  throw new ConfigurationError(
    `download: bytes ${piece.position} to ${piece.position + piece.length - 1} have no hash, because ${why}; leave out mustVerify to have them`,
    { operation: 'download', path: 'mustVerify' },
  )
}

async function checkTopHash(hashes: readonly string[], blockHash: string, info: ObjectInfo): Promise<void> {
  const expected = info.hash?.toLowerCase()
  if (expected === undefined) return
  const actual = await topHash(hashes, createBlockHasher(blockHash))
  if (actual === expected) return
  throw new HashMismatchError(`download: the hashes of the blocks make ${actual}, not the object's hash ${expected}`, {
    operation: 'download',
    expected,
    actual,
  })
}
