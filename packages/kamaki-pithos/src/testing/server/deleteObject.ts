import { FakeFault } from '@x/kamaki-astakos/testing'
import { currentVersion } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import { namesBelow } from './copyOrMove.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { wholeNumber } from './parameters.js'

/** `DELETE` of an object, of all below it, or of its history. */
export function deleteObject(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, query, name = '' } = request
  if (request.account !== user.id) throw new FakeFault('forbidden', '')
  store.account(user.id, user.id)
  const container = store.container(user.id, request.container ?? '')
  const object = container.objects.get(name)
  if (object === undefined) throw new FakeFault('itemNotFound', 'Object does not exist')
  const until = wholeNumber(request, 'until')
  if (until !== undefined) {
    store.purge(container, object, until, false)
    return { status: 204 }
  }
  if (currentVersion(object) === undefined) throw new FakeFault('itemNotFound', 'Object is deleted.')
  const delimiter = query.get('delimiter')
  const prefix = delimiter && !name.endsWith(delimiter) ? name + delimiter : name
  const below = delimiter ? namesBelow(store, container, prefix) : []
  store.remove(container, object, user.id)
  for (const lower of below) {
    const found = container.objects.get(lower)
    if (found !== undefined && found !== object) store.remove(container, found, user.id)
  }
  return { status: 204 }
}
