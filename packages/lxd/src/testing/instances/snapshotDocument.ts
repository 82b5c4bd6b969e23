import { zeroTime } from '../protocol/goTime.js'
import type { FakeInstance, FakeInstanceSnapshot } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { expandConfig, expandDevices } from './expandDevices.js'

/** A snapshot of an instance as the server writes it. */
export function snapshotDocument(
  state: FakeState,
  { project }: FakeInstance,
  snapshot: FakeInstanceSnapshot,
): Record<string, unknown> {
  const { config, devices, profiles, name, createdAt, expiresAt } = snapshot
  return {
    expires_at: expiresAt ?? zeroTime,
    architecture: 'x86_64',
    config,
    created_at: createdAt,
    devices,
    ephemeral: false,
    expanded_config: expandConfig(state, { project, profiles, config }),
    expanded_devices: expandDevices(state, { project, profiles, devices }),
    last_used_at: zeroTime,
    name,
    profiles,
    stateful: false,
    size: -1,
  }
}
