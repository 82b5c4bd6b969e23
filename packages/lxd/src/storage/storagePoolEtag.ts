import type { StoragePool } from '../schemas/StoragePool.js'
import { etagOfJson } from './etagOfJson.js'

/**
 * The ETag that LXD checks for a storage pool. LXD 5.0 sends none, but compares `If-Match` with this. It covers name,
 * driver and configuration, not the description.
 *
 * @returns `undefined` in browsers, which can't hash at once: a change there is guarded by reading the object again.
 * @see LXD 5.0.2, observed
 */
export const storagePoolEtag = ({
  name,
  driver,
  config,
}: Pick<StoragePool, 'name' | 'driver' | 'config'>): string | undefined => etagOfJson([name, driver, config])
