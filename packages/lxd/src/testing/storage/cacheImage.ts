import type { FakeImage } from '../state/FakeImage.js'
import type { FakePool } from '../state/FakePool.js'

/** Keeps an unpacked image in a pool whose driver can clone, for the next instance. */
export function cacheImage(pool: FakePool, { fingerprint }: FakeImage): void {
  if (pool.driver === 'dir') return
  if (pool.volumes.some(({ type, name }) => type === 'image' && name === fingerprint)) return
  pool.volumes.push({
    project: 'default',
    type: 'image',
    contentType: 'filesystem',
    name: fingerprint,
    description: '',
    config: {},
    snapshots: [],
    backups: [],
    files: new Map(),
  })
}
