import type { PithosClient } from '../createPithosClient.js'
import type { DownloadResult } from '../transfer/DownloadResult.js'
import type { DownloadTarget } from '../transfer/DownloadTarget.js'
import type { DownloadParameters } from '../transfer/download/DownloadParameters.js'
import { runDownload } from '../transfer/download/runDownload.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'

export type { DownloadParameters } from '../transfer/download/DownloadParameters.js'

/**
 * Downloads an object: into memory, in order into a stream, or block by block anywhere. Blocks are fetched in parallel,
 * each on the condition that the object has not changed, and compared with their hashes; what is there already is not
 * fetched. When the object changes on the way, the download begins anew.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which object goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @returns What was downloaded; `data` has the bytes when the target is `'bytes'` or `'blob'`.
 * @throws {NotFoundError} when there is no such object.
 * @throws {ConfigurationError} when `mustVerify` is set, and what is wanted has no hash.
 * @throws {HashMismatchError} when bytes are not what their hash says.
 * @throws {PreconditionFailedError} when a condition does not hold, or the object changes again and again.
 * @throws {NotModifiedError} when it was wanted only if it changed.
 * @see Synnefo 0.21, object-store API 1.0, `GET /{account}/{container}/{object}` with `hashmap` and with `Range`
 * @example
 * const { data } = await download(client, { obj: 'notes/plan.txt', target: 'bytes' })
 */
export async function download<T extends DownloadTarget>(
  client: PithosClient,
  parameters: DownloadParameters<T>,
  options: TransferOptions = {},
): Promise<DownloadResult<T>> {
  return runDownload(client, parameters, options)
}
