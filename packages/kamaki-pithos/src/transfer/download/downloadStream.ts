import { isNotFoundError } from '../../errors/NotFoundError.js'
import { isPreconditionFailedError } from '../../errors/PreconditionFailedError.js'
import { createBlockHasher } from '../../hashing/createBlockHasher.js'
import type { Progress } from '../createProgress.js'
import { raceAbort } from '../raceAbort.js'
import type { DownloadJob } from './DownloadJob.js'
import { type FetchedPiece, fetchPiece } from './fetchPiece.js'
import type { Piece, Plan } from './Plan.js'

/** How far a stream is: pieces that were handed on can't be taken back. */
export interface StreamState {
  handedOn: number
}

/**
 * Downloads blocks in order into a stream, several at a time, while the one before them is being written. When the object
 * changes after some of it was handed on, the rest comes from the version that was begun, if the server still has it.
 *
 * @returns Whether everything could be compared with its hash.
 */
export async function downloadStream(
  job: DownloadJob,
  plan: Plan,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  { state, progress, signal }: { state: StreamState; progress: Progress; signal: AbortSignal },
): Promise<boolean> {
  const hasher = createBlockHasher(plan.blockHash)
  const { pieces } = plan
  let pinnedVersion: string | undefined
  let isVerified = true

  const fetchOnce = async (piece: Piece): Promise<FetchedPiece & { bytes: Uint8Array }> => {
    const bytes = new Uint8Array(piece.length) // whoever reads the stream may keep it
    const fetched = await fetchPiece({ job, plan, hasher, pinnedVersion, signal }, piece, bytes)
    return { ...fetched, bytes }
  }
  const fetchSafely = async (piece: Piece) => {
    try {
      return await fetchOnce(piece)
    } catch (error) {
      const { version } = plan.info
      const canPin = state.handedOn > 0 && version !== undefined && job.source.ifMatch === undefined
      if (!isPreconditionFailedError(error) || !canPin) throw error
      pinnedVersion = version
      return await fetchOnce(piece).catch((pinned: unknown) => {
        throw isNotFoundError(pinned) ? error : pinned
      })
    }
  }

  const underWay: ReturnType<typeof fetchSafely>[] = []
  let next = 0
  const fill = () => {
    while (underWay.length < job.options.concurrency && next < pieces.length) {
      const piece = pieces[next++]
      if (piece === undefined) return
      const fetching = fetchSafely(piece)
      fetching.catch(() => {}) // thrown below, where it is awaited in its turn
      underWay.push(fetching)
    }
  }
  try {
    for (fill(); underWay.length > 0; ) {
      const fetched = await underWay.shift()
      if (fetched === undefined) break
      fill()
      if (!fetched.isVerified) isVerified = false
      state.handedOn++
      await raceAbort(writer.write(fetched.bytes), signal)
      const { received, bytes } = fetched
      progress.add({ phase: 'receiving', transferred: received, skipped: bytes.length - received })
    }
    return isVerified
  } finally {
    next = pieces.length
  }
}
