import type { CallOptions } from '@x/core-errors'
import type { LinstorClient } from '../client/LinstorClient.js'
import { Resource } from './Resource.js'

/** What {@link openResource} takes. */
export interface OpenResourceParameters {
  /** Name of the resource definition, whether it exists or not. */
  name: string
}

/**
 * Makes the object of a resource, with what the controller knows of it.
 *
 * @throws {LinstorApiError} when the controller does not give its lists.
 * @example
 * const web = await openResource(linstor, { name: 'web' })
 * web.setVolume(0, new Volume('10 GiB'))
 * await web.autoplace({ rollback: true })
 * console.log(web.diskfulNodes(), web.volumes.get(0)?.devicePath)
 */
export async function openResource(
  client: LinstorClient,
  { name }: OpenResourceParameters,
  options: CallOptions = {},
): Promise<Resource> {
  const resource = new Resource(client, name)
  await resource.refresh(options)
  return resource
}
