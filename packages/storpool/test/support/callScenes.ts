import type { StorPool } from '@x/storpool'

const gibibyte = 2 ** 30
const offer = {
  name: 'far',
  location: 'sofia',
  creationTimestamp: 1n,
  size: gibibyte,
  remoteId: 'remote.a.1',
}

/** What a fake holds so that the arguments of `samples.ts` name things that are there. */
export const callSeeds = {
  placementGroups: { ssd: [101, 201] },
  templates: [{ name: 'tmpl-1', placeAll: 'ssd', replication: 2 }],
  volumes: [
    { name: 'vol-1', size: gibibyte, template: 'tmpl-1' },
    { name: 'vol-2', size: gibibyte },
  ],
  snapshots: [{ volume: 'vol-1', name: 'vol-1.snap' }],
  locations: [{ id: 'l1', name: 'sofia' }],
  clusters: [{ id: 'c1', name: 'dc2', location: 'sofia', seeds: { volumes: [{ name: 'far-1', size: gibibyte }] } }],
  remoteSnapshots: [offer],
  remoteVolumes: [offer],
  buckets: { 'bucket-1': { 'key/1': 'value' } },
}

/** What has to be done before a call can succeed. */
export const callPreparations: Partial<Record<string, (storpool: StorPool) => Promise<unknown>>> = {
  diskForget: (storpool) => storpool.diskEject({ diskId: 101 }),
  diskSoftEjectPause: (storpool) => storpool.diskSoftEject({ diskId: 101 }),
  locationRemove: async (storpool) => storpool.clusterRemove({ name: 'dc2' }),
  remoteBridgeRemove: (storpool) => storpool.remoteBridgeAdd({ ip: 'some text', publicKey: 'k', location: 'sofia' }),
  maintenanceComplete: (storpool) => storpool.maintenanceSet({ nodeId: 1, duration: 60, description: '' }),
  snapshotUnexport: (storpool) => storpool.snapshotExport({ snapshot: 'vol-1.snap', location: 'sofia' }),
  placementGroupDelete: (storpool) => storpool.placementGroupUpdate({ placementGroupName: 'spare', addDisks: [101] }),
  volumeTemplateDelete: (storpool) => storpool.volumeTemplateCreate({ name: 'spare' }),
}

/** Arguments in place of those of `samples.ts`, where the types alone do not say which go together. */
export const callArguments: Partial<Record<string, { minimal?: object; full?: object; both?: object }>> = {
  volumeCreate: { minimal: { size: 512 }, full: { parent: undefined } },
  volumeUpdate: { full: { sizeAdd: undefined, size: gibibyte } },
  volumeMoveToRemote: { minimal: { cluster: 'dc2' } },
  snapshotMoveToRemote: { minimal: { cluster: 'dc2' } },
  volumeExport: { minimal: { clusterId: 'l1.c1' } },
  snapshotUnexport: { minimal: { all: true } },
  clusterAdd: { both: { id: 'c2' } },
  clusterRemove: { minimal: { location: 'sofia', id: 'c1' }, full: { name: 'dc2' } },
  snapshotDeleteById: { both: { globalVolumeId: 'fake.0.3' } },
  volumesReassign: { full: { reassign: [attachment()] } },
  volumesReassignWait: { full: { reassign: [attachment()] } },
  placementGroupDelete: { both: { placementGroupName: 'spare' } },
  placementGroupUpdate: { full: { placementGroupName: 'ssd', rmDisks: [201] } },
  volumeTemplateDelete: { both: { templateName: 'spare' } },
  vagUpdate: { both: { vagId: '1' } },
  kvsCreate: { both: { bucketName: 'bucket-2' } },
  remoteBridgeAdd: { both: { remote: 'dc2' } },
  snapshotsRemoteUnexport: { both: { remoteSnapshots: [{ location: 'sofia', globalSnapshotId: 'remote.a.1' }] } },
  iSCSIConfigChange: { minimal: { commands: [] }, full: { commands: iscsiCommands() } },
}

function attachment(): object {
  const rules = { allowRemoteExported: true, onRemoteAttached: 'detach', mcMode: 'move', force: true }
  return { volume: 'vol-1', rw: [1], ro: [2], detach: 'all', ...rules }
}

function iscsiCommands(): object[] {
  const [initiator, portalGroup, volumeName] = ['iqn.2024-01.example:host', 'group-1', 'vol-1']
  return [
    { setBaseName: { name: 'iqn.2024-01.example:base' } },
    { createPortalGroup: { name: portalGroup } },
    { portalGroupAddNetwork: { portalGroup, net: '192.0.2.0/24' } },
    { createPortal: { portalGroup, controller: 1, ip: '192.0.2.1' } },
    { createTarget: { volumeName } },
    { createInitiator: { name: initiator, username: '', secret: '' } },
    { initiatorAddNetwork: { initiator, net: '192.0.2.0/24' } },
    { export: { initiator, portalGroup, volumeName } },
    { exportDelete: { initiator, portalGroup, volumeName } },
    { deleteInitiator: { name: initiator } },
    { deleteTarget: { volumeName } },
    { deletePortal: { ip: '192.0.2.1' } },
    { deletePortalGroup: { name: portalGroup } },
  ]
}
