import type { StorageVolume } from '../schemas/StorageVolume.js'
import { etagOfJson } from './etagOfJson.js'

/**
 * The ETag that LXD gives a storage volume, for entries of lists, which come without. It covers name, type and
 * configuration, not the description.
 *
 * @returns `undefined` in browsers, which can't hash at once: a change there is guarded by reading the object again.
 * @see LXD 5.0.2, observed
 */
export const storageVolumeEtag = ({
  name,
  type,
  config,
}: Pick<StorageVolume, 'name' | 'type' | 'config'>): string | undefined => etagOfJson([name, type, config])
