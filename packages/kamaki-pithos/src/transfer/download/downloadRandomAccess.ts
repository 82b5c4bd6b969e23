import { createBlockHasher } from '../../hashing/createBlockHasher.js'
import type { Progress } from '../createProgress.js'
import type { Buffers, Workers } from '../createWorkers.js'
import type { RandomAccessTarget } from '../DownloadTarget.js'
import { raceAbort } from '../raceAbort.js'
import type { DownloadJob } from './DownloadJob.js'
import { fetchPiece } from './fetchPiece.js'
import type { MemoryTarget } from './memoryTarget.js'
import type { Piece, Plan } from './Plan.js'

/** What one attempt at a download has to know of the ones before it. */
export interface Kept {
  /** Algorithm and block size of the hashes. */
  scheme: string
  /** Hashes of the blocks that were written, by their position. */
  readonly written: Map<number, string>
}

/**
 * Downloads blocks in any order, as many at a time as there are workers. A block that occurs several times is fetched
 * once; one that is there already isn't.
 *
 * @returns Whether everything could be compared with its hash.
 */
export async function downloadRandomAccess(
  job: DownloadJob,
  plan: Plan,
  target: RandomAccessTarget | MemoryTarget,
  { workers, progress, kept }: { workers: Workers; progress: Progress; kept: Kept },
): Promise<boolean> {
  const { signal } = workers
  const hasher = createBlockHasher(plan.blockHash)
  const scheme = `${plan.blockHash} ${plan.blockSize}`
  if (kept.scheme !== scheme) kept.written.clear()
  kept.scheme = scheme
  if ('reserve' in target) target.reserve(job.isJoined ? plan.wanted : plan.size)
  const missing = await missingPieces()
  let isVerified = true
  for (const pieces of missing) {
    const [longest, ...others] = pieces
    if (longest === undefined) continue
    workers.add(async (buffer) => {
      const bytes = 'slot' in target ? target.slot(longest.at, longest.length) : buffer().subarray(0, longest.length)
      const fetched = await fetchPiece({ job, plan, hasher, pinnedVersion: undefined, signal }, longest, bytes)
      if (!fetched.isVerified) isVerified = false
      for (const piece of pieces) {
        await raceAbort(target.write(piece.at, bytes.subarray(0, piece.length)), signal)
        if (piece.hash !== undefined && fetched.isVerified) kept.written.set(piece.at, piece.hash)
      }
      const repeated = others.reduce((sum, { length }) => sum + length, longest.length - fetched.received)
      progress.add({ phase: 'receiving', transferred: fetched.received, skipped: repeated })
    })
  }
  await workers.idle()
  if (job.source.range === undefined) await raceAbort(target.truncate(plan.size), signal)
  return isVerified

  // Grouped by hash, the longest first: the last block may be a shorter one with the same hash.
  async function missingPieces(): Promise<Piece[][]> {
    const groups = new Map<string, Piece[]>()
    const present = target.size === undefined ? 0 : await raceAbort(target.size(), signal)
    const own = new Uint8Array(present > 0 ? plan.blockSize : 0)
    for (const piece of plan.pieces) {
      if (piece.hash !== undefined && (await isThere(piece, present, () => own))) {
        progress.add({ phase: 'comparing', skipped: piece.length })
        continue
      }
      const key = piece.hash ?? `at ${piece.at}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [piece])
      else if (piece.length > (group[0]?.length ?? 0)) group.unshift(piece)
      else group.push(piece)
    }
    return [...groups.values()]
  }

  async function isThere({ at, length, hash }: Piece, present: number, buffer: Buffers): Promise<boolean> {
    if (kept.written.has(at)) return kept.written.get(at) === hash
    if (target.read === undefined || at + length > present) return false
    const bytes = await raceAbort(target.read(at, length, buffer), signal)
    progress.add({ phase: 'comparing', hashed: bytes.length })
    return bytes.length === length && (await hasher.block(bytes)) === hash
  }
}
