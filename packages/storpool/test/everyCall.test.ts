import { isProtocolError } from '@x/core-errors'
import { expect, test } from 'vitest'
import api from '../spec/api.json' with { type: 'json' }
import { type AnyCallOptions, createStorPool, issuesOf, type StorPool } from '../src/index.js'
import { createFakeStorPool, type FakeStorPool } from '../src/testing/index.js'
import { type Sample, samples } from './samples.js'

const gibibyte = 2 ** 30
const offer = {
  name: 'far',
  location: 'sofia',
  creationTimestamp: 1n,
  size: gibibyte,
  remoteId: 'remote.a.1',
}

const seeds = {
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
const before: Partial<Record<string, (storpool: StorPool) => Promise<unknown>>> = {
  diskForget: (storpool) => storpool.diskEject({ diskId: 101 }),
  diskSoftEjectPause: (storpool) => storpool.diskSoftEject({ diskId: 101 }),
  locationRemove: async (storpool) => storpool.clusterRemove({ name: 'dc2' }),
  remoteBridgeRemove: (storpool) => storpool.remoteBridgeAdd({ ip: 'some text', publicKey: 'k', location: 'sofia' }),
  maintenanceComplete: (storpool) => storpool.maintenanceSet({ nodeId: 1, duration: 60, description: '' }),
  snapshotUnexport: (storpool) => storpool.snapshotExport({ snapshot: 'vol-1.snap', location: 'sofia' }),
  placementGroupDelete: (storpool) => storpool.placementGroupUpdate({ placementGroupName: 'spare', addDisks: [101] }),
  volumeTemplateDelete: (storpool) => storpool.volumeTemplateCreate({ name: 'spare' }),
}

/** Where the types alone do not say which arguments go together. */
const instead: Partial<Record<string, { minimal?: object; full?: object; both?: object }>> = {
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

const names = Object.keys(api.calls)
const argumentsOf = (name: string, which: keyof Sample): object | undefined => {
  const sample = samples[name]?.[which]
  return sample && { ...sample, ...instead[name]?.both, ...instead[name]?.[which] }
}

function make(
  storpool: StorPool,
  name: string,
  parameters: object | undefined,
  options: AnyCallOptions,
): Promise<unknown> {
  const method: unknown = Reflect.get(storpool, name)
  if (typeof method !== 'function') throw new Error(`there is no call ${name}`)
  return parameters === undefined ? method(options) : method(parameters, options)
}

async function ready(name: string, multiCluster = false): Promise<{ fake: FakeStorPool; storpool: StorPool }> {
  const fake = await createFakeStorPool({ ...seeds, listen: false })
  const storpool = createStorPool({ ...fake, multiCluster, validation: 'strict', retry: false })
  await before[name]?.(storpool)
  return { fake, storpool }
}

test.each(names)('%s succeeds with what it needs, and its answer fits its type', async (name) => {
  const { storpool } = await ready(name)
  const answer = await make(storpool, name, argumentsOf(name, 'minimal'), {})
  expect(issuesOf(Object(answer))).toEqual([])
})

test.each(names)('%s succeeds with everything it takes, on all clusters where it can', async (name) => {
  const { fake, storpool } = await ready(name, true)
  await make(storpool, name, argumentsOf(name, 'full'), {})
  const isMulti = Object.hasOwn((api.calls as Record<string, object>)[name]!, 'multiCluster')
  expect(fake.requests.at(-1)?.path.includes('/MultiCluster/')).toBe(isMulti)
})

test.each(names)('%s tells a refusal, an answer that is none, and an abort apart', async (name) => {
  const { fake, storpool } = await ready(name)
  const parameters = argumentsOf(name, 'minimal')
  fake.failNext({ status: 400, error: { name: 'objectDoesNotExist', descr: 'It is not there.' } })
  await expect(make(storpool, name, parameters, {})).rejects.toMatchObject({
    name: 'StorPoolApiError',
    code: 'objectDoesNotExist',
    operation: name,
    status: 400,
    transient: false,
  })
  fake.failNext({ status: 502, body: '<html>Bad gateway</html>' })
  await expect(make(storpool, name, parameters, {})).rejects.toSatisfy(isProtocolError)
  fake.failNext({ hang: true })
  const abort = new AbortController()
  const call = make(storpool, name, parameters, { signal: abort.signal })
  const reason = new Error('enough')
  abort.abort(reason)
  await expect(call).rejects.toBe(reason)
})
