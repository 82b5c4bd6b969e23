import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { instanceResources } from './instanceResources.js'

/** Brings an instance back to a snapshot, in an operation. */
export function restoreInstance(state: FakeState, instance: FakeInstance, snapshotName: string): Response {
  const { name, project } = instance
  const run = () => {
    const snapshot = instance.snapshots.find((one) => one.name === snapshotName)
    if (snapshot === undefined) throw new FakeFault(400, `Snapshot ${name}/${snapshotName} does not exist`)
    const files = instance.volume.snapshots.find((one) => one.name === snapshotName)?.files
    if (files !== undefined) instance.volume.files = structuredClone(files)
    instance.config = { ...snapshot.config }
    instance.devices = structuredClone(snapshot.devices)
    instance.profiles = [...snapshot.profiles]
    const source = pathOf(['instances', name], project)
    state.events.lifecycle('instance-restored', { source, project, context: { snapshot: snapshotName } })
  }
  return state.operations.answer({
    description: 'Restoring snapshot',
    project,
    resources: instanceResources(name),
    run,
  })
}
