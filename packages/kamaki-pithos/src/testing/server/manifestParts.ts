import { FakeFault } from '@x/kamaki-astakos/testing'
import { currentVersion } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import type { ObjectVersion } from '../store/StoredObject.js'

/** What the objects behind a manifest add up to. */
export interface Manifest {
  readonly parts: readonly ObjectVersion[]
  readonly size: number
  /** MD5 of the parts' sums where the service computes them, else the manifest object's own hash. */
  readonly etag: string
}

/** The parts of an object that stands for others; `undefined` when it stands for itself. @throws {FakeFault} 400 */
export function manifestParts(
  store: PithosStore,
  container: StoredContainer,
  version: ObjectVersion,
  userId: string,
): Manifest | undefined {
  const manifest = version.meta.get('X-Object-Manifest')
  if (manifest === undefined) return undefined
  const [, containerName, prefix] = /^([^/]+)\/(.+)$/s.exec(manifest) ?? []
  const source = store.accounts.get(container.account)?.containers.get(containerName ?? '')
  if (source === undefined || prefix === undefined || userId === '') {
    throw new FakeFault('badRequest', 'Invalid X-Object-Manifest header')
  }
  const parts = store.sortedNames(source).flatMap((name) => {
    const part = name.startsWith(prefix) ? currentVersion(source.objects.get(name)) : undefined
    return part === undefined || part.meta.has('X-Object-Manifest') ? [] : [part]
  })
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  const sums = parts.map(({ checksum }) => checksum).join('')
  const etag = store.settings.md5Checksums ? store.settings.md5([new TextEncoder().encode(sums)]) : version.hash
  return { parts, size, etag }
}
