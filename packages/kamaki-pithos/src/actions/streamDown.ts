import type { PithosClient } from '../createPithosClient.js'
import type { DownloadResult } from '../transfer/DownloadResult.js'
import type { DownloadSource } from '../transfer/download/DownloadParameters.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import { download } from './download.js'

/** What {@link streamDown} takes. */
export interface StreamDownParameters extends DownloadSource {
  /** Where the bytes go, in order. Closed at the end, aborted when the download fails. */
  dst: WritableStream<Uint8Array>
}

/**
 * Downloads an object into a stream, in order, named as in the Python library.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which object goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @throws {NotFoundError} when there is no such object.
 * @example
 * await streamDown(client, { obj: 'film.mkv', dst: Writable.toWeb(process.stdout) })
 */
export async function streamDown(
  client: PithosClient,
  parameters: StreamDownParameters,
  options: TransferOptions = {},
): Promise<DownloadResult> {
  const { dst, ...source } = parameters
  return download(client, { ...source, target: dst }, options)
}
