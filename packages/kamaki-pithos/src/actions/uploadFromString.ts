import type { PithosClient } from '../createPithosClient.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import type { UploadResult } from '../transfer/UploadResult.js'
import type { UploadParameters } from '../transfer/upload/UploadParameters.js'
import { upload } from './upload.js'

/** What {@link uploadFromString} takes. */
export interface UploadFromStringParameters extends Omit<UploadParameters, 'source'> {
  /** The bytes; a text is sent as UTF-8. */
  inputStr: string | Uint8Array
}

/**
 * The same as {@link upload}, for bytes or a text at hand, named as in the Python library.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @throws {NotFoundError} when the container does not exist.
 * @example
 * await uploadFromString(client, { obj: 'notes/plan.txt', inputStr: 'buy milk', contentType: 'text/plain' })
 */
export async function uploadFromString(
  client: PithosClient,
  parameters: UploadFromStringParameters,
  options: TransferOptions = {},
): Promise<UploadResult> {
  const { inputStr, ...rest } = parameters
  const source = typeof inputStr === 'string' ? new TextEncoder().encode(inputStr) : inputStr
  return upload(client, { ...rest, source }, options)
}
