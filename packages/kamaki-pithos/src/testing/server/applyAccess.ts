import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import type { GivenObject } from './objectHeaders.js'

/** Sets what is given of sharing and publication. */
export function applyAccess(
  store: PithosStore,
  container: StoredContainer,
  name: string,
  { sharing, isPublic }: Pick<GivenObject, 'sharing' | 'isPublic'>,
): void {
  const object = store.objectEntry(container, name)
  if (sharing !== undefined) object.sharing = sharing.read.length + sharing.write.length === 0 ? undefined : sharing
  if (isPublic === true) store.publish(container, object)
  if (isPublic === false) store.unpublish(object)
}
