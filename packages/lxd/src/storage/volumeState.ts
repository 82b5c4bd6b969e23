import { storagePoolVolumeTypeStateGet } from '../actions/storagePoolVolumeTypeStateGet.js'
import { isLxdApiError } from '../errors/LxdApiError.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { StorageVolumeState } from '../schemas/StorageVolumeState.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** What a volume uses; `undefined` where the driver can't tell, which LXD 5.0 says with status 500. */
export async function volumeState(
  place: VolumePlace,
  options: LxdCallOptions,
): Promise<StorageVolumeState | undefined> {
  try {
    return await storagePoolVolumeTypeStateGet(place.client, placeArguments(place), options)
  } catch (error) {
    if (isLxdApiError(error) && error.status === 500 && /not supported/i.test(error.description)) return undefined
    throw error
  }
}
