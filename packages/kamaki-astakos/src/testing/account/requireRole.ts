import { FakeFault } from '../FakeFault.js'
import type { FakeUser } from '../FakeUser.js'

/** @throws {FakeFault} 401 when the token is not that of a service. */
export function requireService(user: FakeUser): void {
  if (!user.service) throw new FakeFault('unauthorized', 'Invalid token: only services may ask this')
}

/** @throws {FakeFault} 403 when the user is no administrator. */
export function requireAdmin(user: FakeUser): void {
  if (!user.admin) throw new FakeFault('forbidden', 'You are not allowed to do this')
}
