import type { PithosClient } from '../../createPithosClient.js'
import { isPreconditionFailedError } from '../../errors/PreconditionFailedError.js'
import { resolveTarget } from '../../internal/resolveTarget.js'
import { createProgress, type Progress } from '../createProgress.js'
import { createWorkers } from '../createWorkers.js'
import type { DownloadResult } from '../DownloadResult.js'
import type { DownloadTarget, RandomAccessTarget } from '../DownloadTarget.js'
import { raceAbort } from '../raceAbort.js'
import { resolveTransfer } from '../resolveTransfer.js'
import type { TransferOptions } from '../TransferOptions.js'
import type { DownloadJob } from './DownloadJob.js'
import type { DownloadParameters } from './DownloadParameters.js'
import { downloadRandomAccess, type Kept } from './downloadRandomAccess.js'
import { downloadStream, type StreamState } from './downloadStream.js'
import { makePlan } from './makePlan.js'
import { memoryTarget } from './memoryTarget.js'
import type { Plan } from './Plan.js'

// An object that changes all the time can't be downloaded whole.
const mostRestarts = 10

/** One attempt at a download with one state of the object. @returns Whether everything could be verified. */
type Attempt = (job: DownloadJob, plan: Plan, progress: Progress) => Promise<boolean>

/** Runs one download from beginning to end. */
export async function runDownload<T extends DownloadTarget>(
  client: PithosClient,
  parameters: DownloadParameters<T>,
  options: TransferOptions,
): Promise<DownloadResult<T>> {
  const { target, ...source } = parameters
  const { signal, onProgress } = options
  const memory = target === 'bytes' || target === 'blob' ? memoryTarget() : undefined
  const isStream = target instanceof WritableStream
  const resolved = resolveTransfer(options)
  signal?.throwIfAborted()
  const address = await resolveTarget(client, 'object', source, options)
  const job: DownloadJob = {
    client,
    source: { ...source, account: address.account, container: address.container },
    isJoined: isStream || memory !== undefined,
    options: resolved,
    signal,
    onProgress,
  }
  const result = isStream
    ? await intoStream(job, target)
    : await repeatedly(job, anywhere(memory ?? (target as RandomAccessTarget)), () => true)
  const bytes = memory?.bytes()
  const data = target === 'blob' ? new Blob(bytes === undefined ? [] : [bytes]) : bytes
  return { ...result, data: data as DownloadResult<T>['data'] }
}

function anywhere(target: RandomAccessTarget): Attempt {
  const kept: Kept = { scheme: '', written: new Map() }
  return async (job, plan, progress) => {
    const workers = createWorkers(job.options.concurrency, () => plan.blockSize, job.signal)
    try {
      return await downloadRandomAccess(job, plan, target, { workers, progress, kept })
    } catch (error) {
      await workers.stop(error)
      throw workers.signal.reason ?? error
    } finally {
      await workers.stop(new Error('the download is over'))
    }
  }
}

async function intoStream(job: DownloadJob, target: WritableStream<Uint8Array>) {
  const writer = target.getWriter()
  const state: StreamState = { handedOn: 0 }
  const attempt: Attempt = async (same, plan, progress) => {
    const stop = new AbortController()
    const onAbort = () => stop.abort(job.signal?.reason)
    if (job.signal?.aborted) onAbort()
    else job.signal?.addEventListener('abort', onAbort, { once: true })
    try {
      return await downloadStream(same, plan, writer, { state, progress, signal: stop.signal })
    } finally {
      job.signal?.removeEventListener('abort', onAbort)
      stop.abort(new Error('the download is over'))
    }
  }
  try {
    const result = await repeatedly(job, attempt, () => state.handedOn === 0)
    await raceAbort(writer.close(), job.signal)
    return result
  } catch (error) {
    // Not awaited: a stream that hangs must not hold up the end of the download.
    void writer.abort(error).catch(() => {})
    throw error
  } finally {
    writer.releaseLock()
  }
}

// Begins anew when the object changed on the way: blocks of two versions must never mix.
async function repeatedly(job: DownloadJob, attempt: Attempt, mayRestart: () => boolean) {
  for (let restarts = 0; ; restarts++) {
    const plan = await makePlan(job)
    const progress = createProgress('receiving', plan.wanted, job.onProgress)
    try {
      const isVerified = await attempt(job, plan, progress)
      progress.add({ phase: 'done' })
      const { transferred, skipped } = progress.current()
      return { info: plan.info, bytes: plan.wanted, received: transferred, skipped, isVerified, restarts }
    } catch (error) {
      if (!isPreconditionFailedError(error) || !mayRestart() || restarts >= mostRestarts) throw error
    }
  }
}
