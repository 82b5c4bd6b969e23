import { statusCodes } from '../protocol/statusCodes.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { expandConfig, expandDevices } from './expandDevices.js'
import { snapshotDocument } from './snapshotDocument.js'

const stopped = { usage: 0, usage_peak: 0, swap_usage: 0, swap_usage_peak: 0 }
const running = { usage: 495_616, usage_peak: 1_126_400, swap_usage: 0, swap_usage_peak: 0 }

/** An instance as the server writes it. */
export function instanceDocument(state: FakeState, instance: FakeInstance): Record<string, unknown> {
  const { config, devices, ephemeral, profiles, description, createdAt, name, status, lastUsedAt, project } = instance
  return {
    architecture: 'x86_64',
    config,
    devices,
    ephemeral,
    profiles,
    stateful: false,
    description,
    created_at: createdAt,
    expanded_config: expandConfig(state, instance),
    expanded_devices: expandDevices(state, instance),
    name,
    status,
    status_code: statusCodes[status],
    last_used_at: lastUsedAt,
    location: 'none',
    type: 'container',
    project,
  }
}

/** An instance with its state and its snapshots. */
export function fullInstanceDocument(state: FakeState, instance: FakeInstance): Record<string, unknown> {
  const snapshots = instance.snapshots.map((snapshot) => snapshotDocument(state, instance, snapshot))
  return {
    ...instanceDocument(state, instance),
    backups: null,
    state: instanceState(instance),
    snapshots: snapshots.length === 0 ? null : snapshots,
  }
}

/** What an instance uses. The numbers are made up. */
export function instanceState({ status, pid }: FakeInstance): Record<string, unknown> {
  const isStopped = status === 'Stopped'
  return {
    status,
    status_code: statusCodes[status],
    disk: {},
    memory: isStopped ? stopped : running,
    network: isStopped ? null : { lo: loopback },
    pid: isStopped ? 0 : pid,
    processes: isStopped ? 0 : 2,
    cpu: { usage: isStopped ? 0 : 9_719_039 },
  }
}

const counters = [
  'bytes_received',
  'bytes_sent',
  'packets_received',
  'packets_sent',
  'errors_received',
  'errors_sent',
  'packets_dropped_outbound',
  'packets_dropped_inbound',
]
const loopback = {
  addresses: [],
  counters: Object.fromEntries(counters.map((name) => [name, 0])),
  hwaddr: '',
  host_name: '',
  mtu: 65_536,
  state: 'down',
  type: 'loopback',
}
