import type { PithosClient } from '../createPithosClient.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import type { UploadResult } from '../transfer/UploadResult.js'
import type { UploadSource } from '../transfer/upload/RandomAccessSource.js'
import type { UploadParameters } from '../transfer/upload/UploadParameters.js'
import { upload } from './upload.js'

/** What {@link uploadObject} takes. */
export interface UploadObjectParameters extends Omit<UploadParameters, 'source' | 'account' | 'blockAccount'> {
  /** The bytes: `fileSource(path)` of `@x/kamaki-pithos/node`, or anything else that {@link upload} takes. */
  f: UploadSource
  /** Account that the object goes to; its blocks go to the client's own. @default the client's */
  targetAccount?: string | undefined
}

/**
 * The same as {@link upload}, named as in the Python library.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @throws {NotFoundError} when the container does not exist.
 * @example
 * await uploadObject(client, { obj: 'notes/plan.txt', f: fileSource('plan.txt') })
 */
export async function uploadObject(
  client: PithosClient,
  parameters: UploadObjectParameters,
  options: TransferOptions = {},
): Promise<UploadResult> {
  const { f, targetAccount, ...rest } = parameters
  return upload(client, { ...rest, source: f, account: targetAccount }, options)
}
