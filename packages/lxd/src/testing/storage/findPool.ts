import { FakeFault } from '../protocol/FakeFault.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'

/** @throws {FakeFault} @param status - Of the refusal when there is no such pool. */
export function findPool(state: FakeState, name: string | undefined, status = 404): FakePool {
  const pool = state.pools.find((one) => one.name === name)
  if (pool === undefined) throw new FakeFault(status, 'Storage pool not found')
  return pool
}
