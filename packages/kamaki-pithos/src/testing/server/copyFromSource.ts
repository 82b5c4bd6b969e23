import { FakeFault } from '@x/kamaki-astakos/testing'
import { checkRead } from '../store/access.js'
import { currentVersion } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import { checkMatch } from './conditions.js'
import { copyOrMove } from './copyOrMove.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { etagOf } from './objectHeaders.js'
import { splitPath } from './splitPath.js'

/** `COPY` and `MOVE` of an object. Conditions are about the source. */
export function copyFromSource(store: PithosStore, request: FakeRequest): FakeReply {
  const { account = '', container = '', name = '', method, query, headers, user } = request
  const destination = headers.get('destination')
  if (!destination) throw new FakeFault('badRequest', 'Missing Destination header')
  const target = splitPath(destination, 'Invalid Destination header')
  if (headers.get('if-match') || headers.get('if-none-match')) {
    checkRead(store, account, container, name, user.id)
    const version = currentVersion(store.accounts.get(account)?.containers.get(container)?.objects.get(name))
    checkMatch(request, version && etagOf(store, version))
  }
  return copyOrMove(store, request, {
    source: { account, container, name },
    target: { account: headers.get('destination-account') || user.id, ...target },
    isMove: method === 'MOVE',
    delimiter: query.get('delimiter'),
  })
}
