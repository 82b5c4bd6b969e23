import { parseJson } from '@x/core-errors'
import { instanceMetadataTemplatesDelete } from '../actions/instanceMetadataTemplatesDelete.js'
import { instanceMetadataTemplatesGet } from '../actions/instanceMetadataTemplatesGet.js'
import { instanceMetadataTemplatesPost } from '../actions/instanceMetadataTemplatesPost.js'
import { readText } from '../internal/readText.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceTemplates } from './LxdInstanceMetadata.js'

/** Makes the manager of an instance's templates. */
export function createInstanceTemplates(place: InstancePlace): LxdInstanceTemplates {
  const read = async (path: string | undefined, options: LxdCallOptions | undefined): Promise<string> => {
    const { stream } = await instanceMetadataTemplatesGet(place.client, { ...instanceArguments(place), path }, options)
    return readText(stream, place.client.config.maxResponseBytes, 'instanceMetadataTemplatesGet')
  }
  return Object.freeze<LxdInstanceTemplates>({
    async all(options) {
      const { metadata } = parseJson(await read(undefined, options)) as { metadata: string[] | null }
      return metadata ?? []
    },
    get: read,
    async put(path, rawFile, options) {
      await instanceMetadataTemplatesPost(place.client, { ...instanceArguments(place), path, rawFile }, options)
    },
    async delete(path, options) {
      await instanceMetadataTemplatesDelete(place.client, { ...instanceArguments(place), path }, options)
    },
  })
}
