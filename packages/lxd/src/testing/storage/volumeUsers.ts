import { expandDevices } from '../instances/expandDevices.js'
import { effectiveProject } from '../projects/effectiveProject.js'
import { pathOf } from '../protocol/pathOf.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume } from '../state/FakeVolume.js'

type Device = Record<string, string>

/** The devices of a pool's volume in everything that may have one. */
export function devicesOf(
  state: FakeState,
  pool: FakePool,
  volume: FakeVolume,
  devices: Readonly<Record<string, Device>>,
  project: string,
): Device[] {
  if (volume.type !== 'custom') return []
  if (effectiveProject(state, project, 'features.storage.volumes') !== volume.project) return []
  const isThis = ({ type, pool: name, source }: Device) =>
    type === 'disk' && name === pool.name && source === volume.name
  return Object.values(devices).filter(isThis)
}

/** The instances that use a volume. */
export const instancesUsing = (state: FakeState, pool: FakePool, volume: FakeVolume): FakeInstance[] =>
  state.instances.filter(
    (instance) =>
      instance.volume === volume ||
      devicesOf(state, pool, volume, expandDevices(state, instance), instance.project).length > 0,
  )

/** What uses a volume, as paths. */
export function volumeUsers(state: FakeState, pool: FakePool, volume: FakeVolume): string[] {
  if (volume.type === 'image') return [pathOf(['images', volume.name], volume.project)]
  const instances = instancesUsing(state, pool, volume).map(({ name, project }) => pathOf(['instances', name], project))
  const profiles = state.profiles
    .filter(({ devices, project }) => devicesOf(state, pool, volume, devices, project).length > 0)
    .map(({ name, project }) => pathOf(['profiles', name], project))
  return [...instances, ...profiles]
}
