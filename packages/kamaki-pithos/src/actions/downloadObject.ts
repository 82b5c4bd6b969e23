import type { PithosClient } from '../createPithosClient.js'
import type { DownloadResult } from '../transfer/DownloadResult.js'
import type { RandomAccessTarget } from '../transfer/DownloadTarget.js'
import type { DownloadSource } from '../transfer/download/DownloadParameters.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import { download } from './download.js'

/** What {@link downloadObject} takes. */
export interface DownloadObjectParameters extends DownloadSource {
  /** Where the bytes go: `fileTarget(path)` of `@x/kamaki-pithos/node`, or a stream. */
  dst: WritableStream<Uint8Array> | RandomAccessTarget
}

/**
 * The same as {@link download}, named as in the Python library.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which object goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @throws {NotFoundError} when there is no such object.
 * @example
 * await downloadObject(client, { obj: 'notes/plan.txt', dst: fileTarget('plan.txt') })
 */
export async function downloadObject(
  client: PithosClient,
  parameters: DownloadObjectParameters,
  options: TransferOptions = {},
): Promise<DownloadResult> {
  const { dst, ...source } = parameters
  return download(client, { ...source, target: dst }, options)
}
