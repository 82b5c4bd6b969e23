import { instanceMetadataGet } from '../actions/instanceMetadataGet.js'
import { instanceMetadataPatch } from '../actions/instanceMetadataPatch.js'
import { instanceMetadataPut } from '../actions/instanceMetadataPut.js'
import { LxdApiError } from '../errors/LxdApiError.js'
import { etagOf } from '../etagOf.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdChange } from '../LxdChange.js'
import { attachMethods } from '../objects/attachMethods.js'
import { copyJson } from '../objects/copyJson.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { updatableNames } from '../objects/updatableNames.js'
import type { ImageMetadata } from '../schemas/ImageMetadata.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceMetadata } from './LxdInstanceMetadata.js'

const prototype = methodPrototype<LxdUpdatable<Partial<ImageMetadata>>>(updatableNames)

/** Makes the object of an instance's metadata from what the server said about it. */
export const createInstanceMetadata = (place: InstancePlace, data: ImageMetadata): LxdInstanceMetadata =>
  attachMethods(copyJson(data), prototype, (object) =>
    createUpdatable<ImageMetadata, Partial<ImageMetadata>>(object, data, {
      get client() {
        return place.client
      },
      read: (options) => instanceMetadataGet(place.client, instanceArguments(place), options),
      put: (body, options) => replaceMetadata(place, body, options),
      patch: (body, options) => instanceMetadataPatch(place.client, { ...body, ...instanceArguments(place) }, options),
      readOnly: [],
    }),
  )

// LXD 5.0 compares ETags for its PATCH only, so that a PUT has to look first.
async function replaceMetadata(
  place: InstancePlace,
  body: Partial<ImageMetadata>,
  options: LxdCallOptions,
): Promise<LxdChange> {
  const { ifMatch, ...others } = options
  if (ifMatch !== undefined) {
    const now = etagOf(await instanceMetadataGet(place.client, instanceArguments(place), others))
    if (now !== ifMatch) {
      const context = { operation: 'instanceMetadataPut', requestId: options.requestId, attempts: 1 }
      const answer = { status: 412, headers: new Headers(), context }
      throw new LxdApiError(answer, 'the metadata has changed since it was read')
    }
  }
  return instanceMetadataPut(place.client, { ...body, ...instanceArguments(place) }, options)
}
