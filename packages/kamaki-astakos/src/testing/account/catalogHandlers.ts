import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import type { FakeCall } from '../serveRoutes.js'
import { requireService } from './requireRole.js'

/** Names of users by uuid, and the other way round. */
export function catalogHandlers(state: CloudState) {
  const lookUp = async (call: FakeCall, everybody: boolean) => {
    const { uuids = everybody ? null : [], displaynames = everybody ? null : [] } = await call.json()
    const users = [...state.users.values()]
    const listed = (wanted: unknown, key: 'id' | 'email') => {
      if (wanted === null && everybody) return users
      if (!Array.isArray(wanted)) throw new FakeFault('badRequest', 'Request body must hold lists')
      return users.filter((user) => wanted.includes(user[key]))
    }
    return {
      uuid_catalog: Object.fromEntries(listed(uuids, 'id').map(({ id, email }) => [id, email])),
      displayname_catalog: Object.fromEntries(listed(displaynames, 'email').map(({ id, email }) => [email, id])),
    }
  }
  return {
    'POST /user_catalogs': (call: FakeCall) => {
      void call.user // checked, though everybody may ask
      return lookUp(call, false)
    },
    'POST /service/user_catalogs': (call: FakeCall) => {
      requireService(call.user)
      return lookUp(call, true)
    },
  }
}
