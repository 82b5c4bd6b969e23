import type { PithosClient } from '../createPithosClient.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import type { UploadResult } from '../transfer/UploadResult.js'
import { runUpload } from '../transfer/upload/runUpload.js'
import type { UploadParameters } from '../transfer/upload/UploadParameters.js'

export type { UploadParameters } from '../transfer/upload/UploadParameters.js'

/**
 * Uploads bytes, a `Blob`, a stream or (from `@x/kamaki-pithos/node`) a file. Blocks that the server already has, under
 * whatever name and whoever's they are, are not sent; the others go up in parallel. An upload that was interrupted goes
 * on when it is started again: the server itself knows which blocks it has.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @returns The new version and its top hash, confirmed by the server.
 * @throws {NotFoundError} when the container does not exist.
 * @throws {PreconditionFailedError} when `ifEtagMatch` or `ifNotExist` does not hold.
 * @throws {QuotaExceededError} when there is no room. Blocks that were sent stay, and need not be sent again.
 * @throws {HashMismatchError} when the source changes while it is read, or the server made something else of it.
 * @see Synnefo 0.21, object-store API 1.0, `PUT /{account}/{container}/{object}` with `hashmap`, and `POST` of blocks
 * @example
 * const { hash, sent } = await upload(client, { obj: 'notes/plan.txt', source: new Blob(['buy milk']) })
 */
export async function upload(
  client: PithosClient,
  parameters: UploadParameters,
  options: TransferOptions = {},
): Promise<UploadResult> {
  return runUpload(client, parameters, options)
}
