import type { StorageVolume } from '../schemas/StorageVolume.js'
import { etagOfJson } from './etagOfJson.js'

/**
 * The ETag that LXD gives a storage volume, for entries of lists, which come without. It covers name, type and
 * configuration, not the description.
 *
 * @see LXD 5.0.2, observed
 */
export const storageVolumeEtag = ({
  name,
  type,
  config,
}: Pick<StorageVolume, 'name' | 'type' | 'config'>): Promise<string> => etagOfJson([name, type, config])
