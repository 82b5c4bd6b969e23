import { checkInstanceConfig } from '../profiles/checkInstanceConfig.js'
import { effectiveProject } from '../projects/effectiveProject.js'
import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import { pathOf } from '../protocol/pathOf.js'
import { randomHex } from '../protocol/randomHex.js'
import type { FakeImage } from '../state/FakeImage.js'
import type { FakeInstance, FakeMetadata } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { cacheImage } from '../storage/cacheImage.js'
import { volumeOf } from '../storage/findVolume.js'
import { withoutEmpty } from '../storage/mergeConfig.js'
import { checkInstanceName } from './checkInstanceName.js'
import { expandDevices } from './expandDevices.js'
import { InstanceConsole } from './InstanceConsole.js'
import { type InstanceOrigin, originOf } from './instanceOrigin.js'
import { instanceResources } from './instanceResources.js'
import { emptyMetadata } from './metadataHandlers.js'

const failed = 'Failed creating instance record: '
const idmap = JSON.stringify([
  { Isuid: true, Isgid: false, Hostid: 100_000, Nsid: 0, Maprange: 10_000_001 },
  { Isuid: false, Isgid: true, Hostid: 100_000, Nsid: 0, Maprange: 10_000_001 },
])

/** Makes a container in an operation: of an image, of nothing, or as a copy. */
export async function createInstance(state: FakeState, call: FakeCall): Promise<Response> {
  const { project, request } = call
  if (request.headers.get('content-type')?.startsWith('application/octet-stream')) {
    throw new FakeFault(501, 'the fake does not import instances')
  }
  if (!state.projects.some(({ name }) => name === project)) throw new FakeFault(404, 'Project not found')
  const body = await call.json('InstancesPost')
  const name = body.text('name') || madeUpName()
  checkInstanceName(name)
  if (body.text('type') === 'virtual-machine') {
    throw new FakeFault(501, 'the fake has no virtual machines')
  }
  const origin = originOf(state, call, body.nested('source'))
  checkProfiles(state, project, body.texts('profiles') ?? [])
  const run = () => {
    const instance = instanceFrom(state, { project, name, body, origin })
    const existing = state.instances.find((one) => one.name === name && one.project === project)
    if (existing !== undefined && body.nested('source').flag('refresh')) return refresh(existing, instance)
    placeRoot(state, instance, origin.image)
    state.instances.push(instance)
    const context = { 'storage-pool': instance.pool, type: 'container' }
    const source = pathOf(['instances', name], project)
    state.events.lifecycle('instance-created', { source, project, context, requested: false })
  }
  const names = origin.copied === undefined ? [name] : [name, origin.copied.name]
  return state.operations.answer({
    description: 'Creating instance',
    project,
    resources: instanceResources(...names),
    run,
  })
}

// Brings a copy up to date: its files and its snapshots.
function refresh(existing: FakeInstance, { volume, snapshots }: FakeInstance): void {
  existing.volume.files = volume.files
  existing.volume.snapshots = volume.snapshots
  existing.snapshots = snapshots
}

interface Definition {
  project: string
  name: string
  body: JsonBody
  origin: InstanceOrigin
}

function instanceFrom(state: FakeState, { project, name, body, origin }: Definition): FakeInstance {
  const { image, copied, files, inherited } = origin
  const isCopy = copied !== undefined
  return {
    project,
    name,
    description: body.text('description'),
    config: { ...imageConfig(image), ...inherited, ...withoutEmpty(body.map('config')), ...volatileConfig() },
    devices: body.devices() ?? {},
    profiles: body.texts('profiles') ?? (isCopy ? [] : (image?.profiles ?? ['default'])),
    ephemeral: body.flag('ephemeral'),
    status: 'Stopped',
    createdAt: state.operations.now(),
    lastUsedAt: '1970-01-01T00:00:00Z',
    pid: 4_242,
    pool: '',
    volume: {
      project,
      type: 'container',
      contentType: 'filesystem',
      name,
      description: '',
      config: {},
      snapshots: origin.volumeSnapshots,
      backups: [],
      files,
    },
    snapshots: origin.snapshots,
    metadata: metadataOf(image),
    templates: new Map(),
    logs: new Map([['lxc.log', new Uint8Array()]]),
    console: new InstanceConsole(),
    processes: new Set(),
  }
}

const metadataOf = (image: FakeImage | undefined): FakeMetadata =>
  image === undefined
    ? emptyMetadata
    : {
        architecture: 'x86_64',
        creation_date: Math.floor(Date.parse(image.uploadedAt) / 1_000),
        expiry_date: 0,
        properties: { ...image.properties },
        templates: null,
      }

// Letters only, as the names that the server makes up.
const madeUpName = (): string =>
  `fake-${randomHex(8).replaceAll(/\d/g, (digit) => String.fromCharCode(0x67 + Number(digit)))}`

const imageConfig = (image: FakeImage | undefined): Record<string, string> => {
  if (image === undefined) return {}
  const properties = Object.entries(image.properties).map(([key, value]) => [`image.${key}`, value])
  return { ...Object.fromEntries(properties), 'volatile.base_image': image.fingerprint }
}

const volatileConfig = (): Record<string, string> => ({
  'volatile.apply_template': 'create',
  'volatile.cloud-init.instance-id': crypto.randomUUID(),
  'volatile.idmap.base': '0',
  'volatile.idmap.next': idmap,
  'volatile.last_state.idmap': '[]',
  'volatile.uuid': crypto.randomUUID(),
})

function placeRoot(state: FakeState, instance: FakeInstance, image: FakeImage | undefined): void {
  const { name, project } = instance
  if (state.instances.some((one) => one.name === name && one.project === project)) {
    throw new FakeFault(400, `${failed}Add instance info to the database: This "instances" entry already exists`)
  }
  checkInstanceConfig(instance.config, instance.devices, failed)
  const devices = expandDevices(state, instance)
  const root = Object.values(devices).find(({ type, path }) => type === 'disk' && path === '/')
  if (root === undefined) {
    throw new FakeFault(
      400,
      `${failed}Failed initialising instance: Failed getting root disk: No root device could be found`,
    )
  }
  const pool = state.pools.find((one) => one.name === root['pool'])
  if (pool === undefined) {
    throw new FakeFault(400, `${failed}Failed initialising instance: Failed getting root disk: Storage pool not found`)
  }
  checkDisks(state, project, devices)
  instance.pool = pool.name
  if (image !== undefined) cacheImage(pool, image)
  pool.volumes.push(instance.volume)
}

function checkDisks(
  state: FakeState,
  project: string,
  devices: Readonly<Record<string, Record<string, string>>>,
): void {
  const owner = effectiveProject(state, project, 'features.storage.volumes')
  for (const [device, { type, path, pool: poolName, source = '' }] of Object.entries(devices)) {
    if (type !== 'disk' || path === '/' || poolName === undefined) continue
    const pool = state.pools.find(({ name }) => name === poolName)
    if (pool !== undefined && volumeOf(pool, owner, 'custom', source) !== undefined) continue
    const reason = 'Failed loading custom volume: Storage volume not found'
    const text = `Failed initialising instance: Failed add validation for device "${device}": ${reason}`
    throw new FakeFault(400, failed + text)
  }
}

function checkProfiles(state: FakeState, project: string, profiles: readonly string[]): void {
  const owner = effectiveProject(state, project, 'features.profiles')
  for (const name of profiles) {
    if (!state.profiles.some((one) => one.name === name && one.project === owner)) {
      throw new FakeFault(500, `Requested profile "${name}" doesn't exist`)
    }
  }
}
