import { ConfigurationError } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import type { ObjectTarget } from '../internal/Target.js'
import { resolveTransfer } from '../transfer/resolveTransfer.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import type { UploadSource } from '../transfer/upload/RandomAccessSource.js'
import { sourceBlocks } from '../transfer/upload/sourceBlocks.js'
import { toRandomAccess } from '../transfer/upload/toRandomAccess.js'
import type { UploadProperties } from '../transfer/upload/UploadParameters.js'
import { objectPut } from './objectPut.js'

/** What {@link uploadObjectUnchunked} takes. */
export interface UploadObjectUnchunkedParameters
  extends ObjectTarget,
    Omit<UploadProperties, 'ifEtagMatch' | 'ifNotExist'> {
  /** The bytes. */
  f: UploadSource
  /** The bytes are a hashmap as JSON: the object is made of blocks that the server has already. @default false */
  withHashFile?: boolean | undefined
  /** How many bytes to send. @default all */
  size?: number | undefined
  /** MD5 sum of the bytes; the server refuses others. */
  etag?: string | undefined
}

const pieceSize = 65_536
// A hashmap of this many bytes stands for more than half a tebibyte.
const mostHashmapBytes = 67_108_864

/**
 * Uploads bytes in one request, at most 5 GiB, without asking which blocks the server has. `upload` is mostly better: it
 * sends less, goes on after an interruption, and retries.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What goes where.
 * @param options - `signal`, `timeoutMs` (of the whole request).
 * @returns The new version.
 * @throws {ConfigurationError} when the hashmap is no JSON.
 * @throws {ConflictError} when blocks of the hashmap are missing; its `rawBody` lists them.
 * @throws {SynnefoApiError} 422 when the bytes have another MD5 sum.
 * @see Synnefo 0.21, object-store API 1.0, `PUT /{account}/{container}/{object}`
 * @example
 * await uploadObjectUnchunked(client, { obj: 'notes/plan.txt', f: new Blob(['buy milk']), contentType: 'text/plain' })
 */
export async function uploadObjectUnchunked(
  client: PithosClient,
  parameters: UploadObjectUnchunkedParameters,
  options: TransferOptions = {},
): Promise<ObjectWritten> {
  const { f, withHashFile = false, size, sharing, ...rest } = parameters
  const { signal = new AbortController().signal } = options
  const random = toRandomAccess(f)
  const contentType = rest.contentType ?? random?.type ?? 'application/octet-stream'
  const shared = { ...rest, contentType, permissions: sharing }
  const call = { ...resolveTransfer(options).call, signal }
  if (withHashFile) {
    const data = JSON.stringify(await readJson(f, signal))
    return objectPut(client, { ...shared, hashmap: true, data }, call)
  }
  const contentLength = size ?? random?.size
  const isInMemory =
    !(f instanceof ReadableStream) && (f instanceof Blob || f instanceof ArrayBuffer || ArrayBuffer.isView(f))
  const data = isInMemory
    ? new Blob([f as BlobPart]).slice(0, contentLength, contentType)
    : streamOf(f, contentLength, signal)
  return objectPut(client, { ...shared, contentLength, data }, call)
}

function streamOf(
  source: UploadSource,
  length = Number.POSITIVE_INFINITY,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const blocks = sourceBlocks(source, pieceSize, signal)
  let left = length
  return new ReadableStream(
    {
      async pull(controller) {
        const step = left > 0 ? await blocks.next() : undefined
        if (step === undefined || step.done) return controller.close()
        const piece = step.value.slice(0, left)
        left -= piece.length
        controller.enqueue(piece)
      },
      async cancel() {
        await blocks.return()
      },
    },
    { highWaterMark: 0 },
  )
}

async function readJson(source: UploadSource, signal: AbortSignal): Promise<unknown> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const block of sourceBlocks(source, pieceSize, signal)) {
    length += block.length
    if (length > mostHashmapBytes) break
    parts.push(block.slice())
  }
  try {
    return JSON.parse(await new Blob(parts).text())
  } catch (cause) {
    throw new ConfigurationError('The file is no hashmap: it has no JSON', { path: 'f', cause })
  }
}
