import { FakeFault } from '@x/kamaki-astakos/testing'
import { isReachable } from '../store/access.js'
import { compareCodePoints } from '../store/compareCodePoints.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { isoDate } from './httpDate.js'
import { accountModified } from './modified.js'
import { pythonJson } from './pythonJson.js'
import type { RawRequest } from './readRequest.js'

/** `GET /` with the old way to sign in. @throws {FakeFault} 400 */
export function signIn({ raw }: RawRequest): FakeReply {
  const user = raw.headers.get('x-auth-user')
  const key = raw.headers.get('x-auth-key')
  if (!user || !key) throw new FakeFault('badRequest', 'Missing X-Auth-User or X-Auth-Key header')
  return { status: 204, headers: { 'X-Auth-Token': key, 'X-Storage-Url': raw.url + user } }
}

/** `GET /`: the accounts that share something with the user. Neither limit nor marker has an effect. */
export function listAccounts(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, asText } = request
  const accounts = [...store.accounts.values()]
    .filter(({ id, containers }) => {
      return id !== user.id && [...containers.values()].some((container) => isReachable(store, container, user.id))
    })
    .sort((one, other) => compareCodePoints(one.id, other.id))
  if (!asText) {
    const entries = accounts.map((account) => ({ last_modified: isoDate(accountModified(account)), name: account.id }))
    return { status: 200, body: pythonJson(entries) }
  }
  return accounts.length === 0 ? { status: 204 } : { status: 200, body: accounts.map(({ id }) => `${id}\n`).join('') }
}
