import type { PithosClient } from '../createPithosClient.js'
import type { DownloadSource } from '../transfer/download/DownloadParameters.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import { download } from './download.js'

/** What {@link downloadToString} takes. */
export interface DownloadToStringParameters extends DownloadSource {}

/**
 * The bytes of an object, named as in the Python library, where texts are bytes. `new TextDecoder().decode(bytes)` makes
 * a text of them. Whether all of them could be compared with a hash is told by `download` alone; set `mustVerify` to have no
 * others.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which object.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @throws {NotFoundError} when there is no such object.
 * @throws {ConfigurationError} when `mustVerify` is set, and what is wanted has no hash.
 * @throws {HashMismatchError} when bytes are not what their hash says.
 * @example
 * const bytes = await downloadToString(client, { obj: 'notes/plan.txt' })
 */
export async function downloadToString(
  client: PithosClient,
  parameters: DownloadToStringParameters,
  options: TransferOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { data } = await download(client, { ...parameters, target: 'bytes' }, options)
  return data
}
