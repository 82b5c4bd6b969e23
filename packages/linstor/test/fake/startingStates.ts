import type { ErrorReportSeed, FakeLinstor, FakeLinstorOptions } from '../../src/testing/index.js'
import type { RawConnection } from './openRawConnection.js'
import { readCapture } from './readCapture.js'

type Preparation = (fake: FakeLinstor, connection: RawConnection) => Promise<void>

/** What a real controller held when a recording began, as far as the answers depend on it. */
export interface StartingState {
  options?: FakeLinstorOptions
  /** Brings the fake there, where seeds don't. */
  prepare?: Preparation
  /** Why the answers are only compared as a set: those of several satellites come in the order in which they arrive. */
  anyOrder?: boolean
}

const storage = { linvg: 20_971_520, 'thinvg/thinpool': 8_388_608 }
const lvm = (node: string) => ({ node, name: 'lvmpool', source: 'linvg' })
const thin = (node: string) => ({ node, name: 'thin', driver: 'LvmThinDriver', source: 'thinvg/thinpool' })

const nodes = [
  { name: 'alpha', port: 3_366, storage },
  { name: 'bravo', port: 3_367, storage },
  { name: 'charlie', port: 3_368, storage: {} },
]
const location = { 'Aux/location': 'vienna' }
const withLocation = nodes.map((node) => (node.name === 'alpha' ? { ...node, props: location } : node))
const pools = [lvm('alpha'), lvm('bravo'), thin('alpha'), thin('bravo')]
const cluster: FakeLinstorOptions = { nodes, storagePools: pools }

const volume = (sizeKib: number, minor = 1_000) => [{ sizeKib, minor }]
const web = { name: 'web', volumes: volume(98_304) }
const auto = { name: 'auto', volumes: volume(32_768, 1_004) }
const withWeb: FakeLinstorOptions = { ...cluster, resourceDefinitions: [web] }
const on = (node: string, name: string, storagePool: string) => ({ node, name, storagePool })
const webOn = (...names: string[]) => names.map((node) => on(node, 'web', 'lvmpool'))
const autoOn = (...names: string[]) => names.map((node) => on(node, 'auto', 'thin'))
const webDiskless = { node: 'charlie', name: 'web', diskless: true }
const deployed: FakeLinstorOptions = { ...withWeb, resources: [...webOn('alpha', 'bravo'), webDiskless] }
const snapshots: FakeLinstorOptions = {
  ...cluster,
  resourceDefinitions: [auto],
  resources: autoOn('alpha', 'bravo'),
}

const onlyNodes: StartingState = { options: { nodes } }
const inCluster: StartingState = { options: cluster }
const webDefined: StartingState = { options: withWeb }
const webDeployed: StartingState = { options: deployed }

/** The error reports that a recording lists. */
function recordedReports(name: string): ErrorReportSeed[] {
  const frames = readCapture(name).calls.flatMap((call) => call.frames)
  const messages = frames.filter(({ dir }) => dir === 'server->client').flatMap((frame) => frame.messages)
  return messages.map(({ json }) => ({
    id: json['filename']?.slice('ErrorReport-'.length, -'.log'.length),
    node: json['node_names'],
    description: '',
    text: json['text'],
    timeMs: Number(json['error_time']),
  }))
}

/** Deletes something on a node whose satellite never gets done with it. */
const stuck = (node: string, name: string, message: object) => async (fake: FakeLinstor, connection: RawConnection) => {
  fake.setSatellite(node, 'stalled')
  await connection.call(name, message)
}
const alphaMarked: StartingState = {
  options: { ...deployed, nodes: withLocation },
  prepare: stuck('alpha', 'DelNode', { nodeName: 'alpha' }),
}

const create =
  (name: string, message: object): Preparation =>
  async (_fake, connection) => {
    await connection.call(name, message)
  }
const alpha: FakeLinstorOptions = { nodes: nodes.slice(0, 1) }
const nic1: StartingState = {
  options: alpha,
  prepare: create('CrtNetIf', { nodeName: 'alpha', netIf: { name: 'nic1', address: '127.0.0.2' } }),
}
const mac: StartingState = { options: { securityLevel: 'MAC' } }
const charlieOffline: FakeLinstorOptions = { nodes, unreachable: ['charlie'] }
const description = { 'Aux/description': 'Größe – 容量 🚀' }
const badPool = { node: 'charlie', name: 'badpool', source: 'nope' }
const secondVolume = { ...web, volumes: [{ sizeKib: 65_536 }, { sizeKib: 32_768, number: 5 }] }
const webAndEmpty: FakeLinstorOptions = {
  ...cluster,
  resourceDefinitions: [web, { name: 'db', port: 7_777 }],
  resources: [{ node: 'alpha', name: 'db', diskless: true }, ...webOn('alpha', 'bravo'), webDiskless],
}
const restored = { name: 'restored', volumes: volume(32_768, 1_006) }

export const startingStates: Record<string, StartingState> = {
  'auto-place': { options: { ...cluster, resourceDefinitions: [auto] } },
  'auto-place-constraints': {
    options: {
      ...cluster,
      nodes: withLocation,
      resourceDefinitions: [web, { name: 'db3', volumes: volume(32_768, 1_003) }],
      resources: [...webOn('alpha'), { node: 'bravo', name: 'web', diskless: true }],
    },
  },
  'controller-del-prop': { options: { props: { 'DrbdOptions/Net/max-buffers': '9000' } } },
  'crypt-enter-passphrase': { options: { passphrase: 'example passphrase' } },
  'error-report-list': { options: { nodes, errorReports: recordedReports('error-report-list') } },
  'error-report-with-content': { options: { nodes, errorReports: recordedReports('error-report-with-content') } },
  'interleaved-calls': {
    options: {
      ...cluster,
      resourceDefinitions: [{ name: 'web', volumes: volume(65_536) }],
      resources: webOn('alpha'),
    },
  },
  'mac-controller-set-prop': mac,
  'mac-controller-shutdown': mac,
  'mac-crypt-create': mac,
  'mac-node-create': mac,
  'max-vlm-size': inCluster,
  'max-vlm-size-impossible': inCluster,
  'net-if-create': { options: alpha },
  'net-if-create-duplicate': nic1,
  'net-if-delete': nic1,
  'net-if-modify': nic1,
  'node-conn-lifecycle': onlyNodes,
  'node-create-duplicate': { options: alpha },
  'node-delete': { options: { nodes: [{ name: 'ctrl', type: 'Controller' }] } },
  'node-list': {
    options: {
      nodes: [
        ...nodes.slice(0, 2),
        { name: 'charlie', type: 'Combined', port: 3_368 },
        { name: 'ctrl', type: 'Controller', port: 3_376 },
        { name: 'echo', port: 3_399 },
      ],
      unreachable: ['echo'],
    },
  },
  'node-lost': { options: { nodes: [{ name: 'echo' }], unreachable: ['echo'] } },
  'node-modify-bad-prop': { options: alpha },
  'node-modify-props': { options: alpha },
  'node-modify-type': onlyNodes,
  'offline-error-report-list': { options: { ...charlieOffline, errorReports: [{ node: 'charlie', description: '' }] } },
  'offline-node-list': {
    options: { ...charlieOffline, nodes: [...nodes.slice(0, 2), { name: 'charlie', port: 3_368, props: description }] },
  },
  'offline-node-lost': { options: charlieOffline },
  'offline-resource-create': {
    options: { ...charlieOffline, resourceDefinitions: [{ name: 'off', volumes: volume(32_768) }] },
  },
  'raw-duplicate-api-call-id': alphaMarked,
  'raw-half-close': alphaMarked,
  'raw-list-without-filter': {
    options: {
      ...snapshots,
      resourceDefinitions: [auto, { name: 'db' }, { name: 'db3', volumes: volume(32_768, 1_003) }, restored],
      resources: [...autoOn('alpha'), { node: 'alpha', name: 'db', diskless: true }],
    },
    async prepare(fake, connection) {
      const place = (rscName: string, placeCount: number) =>
        connection.call('AutoPlaceRsc', { rscName, selectFilter: { placeCount, storagePool: 'thin' } })
      const snapshot = { fromResourceName: 'auto', fromSnapshotName: 'snap1', toResourceName: 'restored' }
      await place('auto', 2)
      await connection.call('CrtSnapshot', { snapshotDfn: { snapshotName: 'snap1', rscName: 'auto' } })
      await connection.call('RestoreSnapshot', snapshot)
      for (const rscName of ['auto', 'restored']) await connection.call('DelRsc', { nodeName: 'alpha', rscName })
      fake.setSatellite('alpha', 'stalled')
      await place('db3', 1)
      await connection.call('DelRsc', { nodeName: 'alpha', rscName: 'db' })
    },
  },
  'raw-no-msg-type': alphaMarked,
  'raw-oneway-call': alphaMarked,
  'resource-conn-modify': webDeployed,
  'resource-create': webDefined,
  'resource-create-async': {
    options: { ...cluster, resourceDefinitions: [{ name: 'async', volumes: volume(32_768) }] },
  },
  'resource-create-diskless': { options: { ...withWeb, resources: webOn('alpha', 'bravo') }, anyOrder: true },
  'resource-create-duplicate': webDeployed,
  'resource-create-missing-pool': {
    options: { ...cluster, resourceDefinitions: [{ name: 'db3', volumes: volume(32_768) }] },
  },
  'resource-create-no-volumes': { options: { ...cluster, resourceDefinitions: [{ name: 'db' }] } },
  'resource-delete-diskless': webDeployed,
  'resource-delete-missing': { options: snapshots },
  'resource-dfn-create-duplicate': webDefined,
  'resource-dfn-create-port-in-use': { options: { resourceDefinitions: [{ name: 'db', port: 7_777 }] } },
  'resource-dfn-delete': webDeployed,
  'resource-dfn-list': {
    options: {
      resourceDefinitions: [
        {
          name: 'web',
          props: { 'DrbdOptions/Net/max-buffers': '8000', 'Aux/owner': 'ops' },
          volumes: [{ sizeKib: 98_304, props: { 'Aux/fs': 'xfs' } }],
        },
        { name: 'db', port: 7_777 },
      ],
    },
  },
  'resource-dfn-modify': webDefined,
  'resource-list': { options: webAndEmpty },
  'resource-modify': webDeployed,
  'rsc-conn-missing-resource': { options: { ...withWeb, resources: webOn('alpha') } },
  'satellite-hostname': { options: { satellite: 'alpha' } },
  'satellite-ping': { options: { satellite: 'alpha' } },
  'snapshot-create': { options: snapshots },
  'snapshot-create-async': { options: snapshots },
  'snapshot-create-unsupported': webDeployed,
  'snapshot-delete': { options: { ...snapshots, snapshots: [{ resource: 'auto', name: 'snap2', nodes: ['alpha'] }] } },
  'snapshot-dfn-list': {
    options: { ...snapshots, snapshots: [{ resource: 'auto', name: 'snap1' }] },
    // The second one is not finished.
    prepare: stuck('alpha', 'CrtSnapshot', {
      snapshotDfn: { snapshotName: 'snap2', rscName: 'auto', snapshots: [{ nodeName: 'alpha' }] },
    }),
  },
  'snapshot-vlm-dfn-restore': {
    options: {
      ...snapshots,
      resourceDefinitions: [auto, { name: 'restored' }],
      snapshots: [{ resource: 'auto', name: 'snap1' }],
    },
  },
  'storage-pool-create-diskless': onlyNodes,
  'storage-pool-create-duplicate': inCluster,
  'storage-pool-create-lvm': onlyNodes,
  'storage-pool-create-missing-vg': onlyNodes,
  'storage-pool-create-zfs': onlyNodes,
  'storage-pool-delete': { options: { nodes, storagePools: [badPool] } },
  'storage-pool-delete-in-use': {
    options: {
      ...snapshots,
      resourceDefinitions: [auto, restored],
      resources: [...autoOn('alpha'), on('alpha', 'restored', 'thin')],
    },
  },
  'storage-pool-dfn-delete': { options: { storagePoolDefinitions: [{ name: 'badpool' }] } },
  'storage-pool-dfn-delete-in-use': inCluster,
  'storage-pool-dfn-list': {
    options: { storagePoolDefinitions: [{ name: 'lvmpool', props: { 'Aux/pool-tier': 'gold' } }] },
  },
  'storage-pool-dfn-modify': { options: { storagePoolDefinitions: [{ name: 'lvmpool' }] } },
  'storage-pool-list': {
    options: {
      nodes,
      storagePools: [
        { ...lvm('alpha'), props: { 'Aux/disk-type': 'ssd' } },
        ...pools.slice(1),
        { node: 'charlie', name: 'nodisk', driver: 'DisklessDriver' },
      ],
    },
  },
  'storage-pool-list-failed': { options: { nodes, storagePools: [...pools, badPool] } },
  'storage-pool-list-filtered': inCluster,
  'storage-pool-modify': inCluster,
  'toggle-disk-add': webDeployed,
  'toggle-disk-remove': { ...webDeployed, anyOrder: true },
  'unicode-property': onlyNodes,
  'v060-node-list': onlyNodes,
  'v060-storage-pool-create-shared': onlyNodes,
  'v060-storage-pool-list': {
    options: {
      nodes,
      storagePools: [
        lvm('alpha'),
        lvm('bravo'),
        { node: 'bravo', name: 'shared1', source: 'linvg', props: { 'Aux/disk-type': 'hdd' } },
      ],
      resourceDefinitions: [
        { name: 'web', volumes: volume(65_536) },
        { name: 'slow', volumes: volume(32_768, 1_001) },
      ],
      resources: [...webOn('alpha', 'bravo'), on('bravo', 'slow', 'lvmpool')],
    },
  },
  'vlm-conn-lifecycle': webDeployed,
  'volume-dfn-create': { options: { resourceDefinitions: [{ name: 'web' }] } },
  'volume-dfn-create-duplicate': { options: { resourceDefinitions: [secondVolume] } },
  'volume-dfn-create-too-small': { options: { resourceDefinitions: [web] } },
  'volume-dfn-delete': { options: { resourceDefinitions: [secondVolume] } },
  'volume-dfn-delete-deployed': webDeployed,
  'volume-dfn-modify-props': webDefined,
  'volume-dfn-modify-size': webDefined,
  'volume-dfn-resize-deployed': webDeployed,
  'volume-list': { options: webAndEmpty },
  'watch-create-delete': webDeployed,
  'watch-resource-lifecycle': {
    options: { ...cluster, resourceDefinitions: [{ name: 'evt', volumes: volume(32_768) }] },
    anyOrder: true,
  },
  'watch-other-connection': {
    options: { ...cluster, resourceDefinitions: [{ name: 'obs', volumes: volume(32_768) }] },
  },
}
