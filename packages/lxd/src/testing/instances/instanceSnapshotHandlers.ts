import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { zeroTime } from '../protocol/goTime.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeInstance, FakeInstanceSnapshot } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { nextName } from '../storage/nextName.js'
import { findInstance } from './findInstance.js'
import { instanceResources } from './instanceResources.js'
import { snapshotDocument } from './snapshotDocument.js'

/** Snapshots of instances. */
export function instanceSnapshotHandlers(state: FakeState): FakeHandlers {
  const find = (call: FakeCall): { instance: FakeInstance; snapshot: FakeInstanceSnapshot } => {
    const instance = findInstance(state, call)
    const snapshot = instance.snapshots.find(({ name }) => name === call.names['snapshotName'])
    if (snapshot === undefined) {
      const { name, project } = instance
      const what = `snapshot "${call.names['snapshotName']}" of instance "${name}" in project "${project}"`
      throw new FakeFault(404, `Failed to fetch ${what}: InstanceSnapshot not found`)
    }
    return { instance, snapshot }
  }
  const changed = (
    action: string,
    { name, project }: FakeInstance,
    snapshot: string,
    context?: Record<string, unknown>,
  ) => {
    const source = pathOf(['instances', name, 'snapshots', snapshot], project)
    state.events.lifecycle(`instance-snapshot-${action}`, { source, project, context, requested: false })
  }
  // Which path stands for the snapshot differs from one operation to the next. LXD 5.0.2, observed.
  const answer = (instance: FakeInstance, description: string, run: () => void, named = instance.name) =>
    state.operations.answer({ description, project: instance.project, resources: instanceResources(named), run })
  const update = async (call: FakeCall, isPatch: boolean) => {
    const { instance, snapshot } = find(call)
    const body = await call.json('InstanceSnapshotPut')
    checkIfMatch(call.request, await etagOf(snapshot))
    const run = () => {
      if (!isPatch || body.has('expires_at')) snapshot.expiresAt = body.time('expires_at')
      changed('updated', instance, snapshot.name)
    }
    return answer(instance, 'Updating snapshot', run, snapshot.name)
  }
  return {
    instanceSnapshotsGet(call) {
      const instance = findInstance(state, call)
      return syncAnswer(
        instance.snapshots.map((snapshot) =>
          call.recursion > 0
            ? snapshotDocument(state, instance, snapshot)
            : pathOf(['instances', instance.name, 'snapshots', snapshot.name], instance.project),
        ),
      )
    },
    async instanceSnapshotsPost(call) {
      const instance = findInstance(state, call)
      const body = await call.json('InstanceSnapshotsPost')
      const name =
        body.text('name') ||
        nextName(
          'snap',
          instance.snapshots.map((one) => one.name),
        )
      if (name.includes('/')) throw new FakeFault(400, 'Invalid snapshot name: Cannot contain "/"')
      if (body.flag('stateful')) throw new FakeFault(501, 'the fake takes no stateful snapshots')
      const expiresAt = body.time('expires_at')
      return answer(instance, 'Snapshotting instance', () => {
        if (instance.snapshots.some((one) => one.name === name)) {
          const reason = 'Add snapshot info to the database: This "instances_snapshots" entry already exists'
          throw new FakeFault(400, `Failed creating instance snapshot record "${name}": ${reason}`)
        }
        const { config, devices, profiles, volume } = instance
        const createdAt = state.operations.now()
        instance.snapshots.push({
          name,
          config: { ...config },
          devices: structuredClone(devices),
          profiles,
          createdAt,
          expiresAt,
        })
        const files = structuredClone(volume.files)
        volume.snapshots.push({ name, description: '', config: {}, expiresAt, files })
        changed('created', instance, name)
      })
    },
    async instanceSnapshotGet(call) {
      const { instance, snapshot } = find(call)
      return syncAnswer(snapshotDocument(state, instance, snapshot), { etag: await etagOf(snapshot) })
    },
    instanceSnapshotPut: (call) => update(call, false),
    instanceSnapshotPatch: (call) => update(call, true),
    async instanceSnapshotPost(call) {
      const { instance, snapshot } = find(call)
      const name = (await call.json('InstanceSnapshotPost')).text('name')
      if (name === '') throw new FakeFault(400, 'Response was missing `name`')
      if (name.includes('/')) throw new FakeFault(400, 'Invalid snapshot name: Cannot contain "/"')
      if (instance.snapshots.some((one) => one.name === name))
        throw new FakeFault(409, `Name '${instance.name}/${name}' already in use`)
      return answer(instance, 'Renaming snapshot', () => {
        const old_name = snapshot.name
        const ofVolume = instance.volume.snapshots.find((one) => one.name === old_name)
        if (ofVolume !== undefined) ofVolume.name = name
        snapshot.name = name
        changed('renamed', instance, name, { old_name })
      })
    },
    instanceSnapshotDelete(call) {
      const { instance, snapshot } = find(call)
      const run = () => {
        const { volume } = instance
        instance.snapshots = instance.snapshots.filter((one) => one !== snapshot)
        volume.snapshots = volume.snapshots.filter(({ name }) => name !== snapshot.name)
        changed('deleted', instance, snapshot.name)
      }
      return answer(instance, 'Deleting snapshot', run, `${instance.name}/${snapshot.name}`)
    },
  }
}

const etagOf = ({ expiresAt }: FakeInstanceSnapshot): Promise<string> => entityTag([expiresAt ?? zeroTime])
