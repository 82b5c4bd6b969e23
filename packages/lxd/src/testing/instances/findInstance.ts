import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'

/** The instance that a request names. @throws {FakeFault} 404 */
export function findInstance(state: FakeState, { names, project }: FakeCall): FakeInstance {
  const { instanceName = '' } = names
  const instance = state.instances.find((one) => one.name === instanceName && one.project === project)
  if (instance === undefined) throw new FakeFault(404, 'Instance not found')
  return instance
}
