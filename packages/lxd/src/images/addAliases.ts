import { imagesAliasesPost } from '../actions/imagesAliasesPost.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'

/** Gives an image names, one after the other. @throws {LxdApiError} `isLxdConflict` when one is taken. */
export async function addAliases(
  client: LxdClient,
  fingerprint: string,
  aliases: readonly { name: string; description?: string | undefined }[],
  { project }: { project?: string | undefined },
  options: LxdCallOptions,
): Promise<void> {
  for (const { name, description } of aliases) {
    await imagesAliasesPost(client, { name, description, target: fingerprint, project }, options)
  }
}
