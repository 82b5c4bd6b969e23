import { instanceMetadataGet } from '../actions/instanceMetadataGet.js'
import { instanceMetadataPatch } from '../actions/instanceMetadataPatch.js'
import { instanceMetadataPut } from '../actions/instanceMetadataPut.js'
import { attachMethods } from '../objects/attachMethods.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import type { ImageMetadata } from '../schemas/ImageMetadata.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceMetadata } from './LxdInstanceMetadata.js'

/** Makes the object of an instance's metadata from what the server said about it. */
export function createInstanceMetadata(place: InstancePlace, data: ImageMetadata): LxdInstanceMetadata {
  const object = structuredClone(data)
  const updatable = createUpdatable<ImageMetadata, Partial<ImageMetadata>>(object, data, {
    get client() {
      return place.client
    },
    read: (options) => instanceMetadataGet(place.client, instanceArguments(place), options),
    put: (body, options) => instanceMetadataPut(place.client, { ...body, ...instanceArguments(place) }, options),
    patch: (body, options) => instanceMetadataPatch(place.client, { ...body, ...instanceArguments(place) }, options),
    readOnly: [],
  })
  return attachMethods(object, updatable)
}
