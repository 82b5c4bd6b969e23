import { type Clock, systemClock } from '@x/core-errors'
import type { CreateFakeLxdParameters } from './CreateFakeLxdParameters.js'
import { EventHub } from './events/EventHub.js'
import { runBuiltin } from './instances/runBuiltin.js'
import { OperationTable } from './operations/OperationTable.js'
import { goTime } from './protocol/goTime.js'
import { JsonBody } from './protocol/JsonBody.js'
import { apiExtensions } from './server/apiExtensions.js'
import type { FakeImage } from './state/FakeImage.js'
import type { FakeState } from './state/FakeState.js'
import { createPool } from './storage/createPool.js'

const stateDirectory = '/var/lib/lxd'
const defaultPools = [{ name: 'default', driver: 'dir' }] as const

/** A server as it is after its installation: a pool, the default project and profile, and an image. */
export function createState(parameters: CreateFakeLxdParameters): FakeState {
  const { clock = systemClock, extensions = apiExtensions, pools = defaultPools, exec, tls } = parameters
  const events = new EventHub(clock)
  const state: FakeState = {
    clock,
    events,
    operations: new OperationTable(clock, events),
    extensions,
    stateDirectory,
    certificate: typeof tls?.cert === 'string' ? tls.cert : '',
    exec: exec ?? runBuiltin,
    config: {},
    projects: [{ name: 'default', description: 'Default LXD project', config: { ...allFeatures } }],
    profiles: [],
    pools: [],
    instances: [],
    images: [],
    warnings: [
      {
        uuid: crypto.randomUUID(),
        type: 'Instance type not operational',
        severity: 'low',
        message: 'vhost_vsock kernel module not loaded',
        firstSeenAt: goTime(clock.now()),
        status: 'new',
      },
    ],
    orphans: new Set(),
  }
  for (const pool of pools) createPool(state, JsonBody.parse(JSON.stringify(pool), 'StoragePoolsPost'))
  const [first] = state.pools
  const devices = first === undefined ? {} : { root: { type: 'disk', path: '/', pool: first.name } }
  state.profiles.push({ project: 'default', name: 'default', description: 'Default LXD profile', config: {}, devices })
  state.images.push(busybox(clock))
  return state
}

const allFeatures = {
  'features.images': 'true',
  'features.networks': 'true',
  'features.profiles': 'true',
  'features.storage.volumes': 'true',
}

const busybox = (clock: Clock): FakeImage => ({
  fingerprint: 'fa'.repeat(32),
  project: 'default',
  aliases: [{ name: 'busybox', description: '' }],
  properties: { description: 'busybox', os: 'busybox', release: '1' },
  public: false,
  autoUpdate: false,
  profiles: ['default'],
  size: 1_032_552,
  filename: 'busybox.tar.gz',
  uploadedAt: goTime(clock.now()),
})
