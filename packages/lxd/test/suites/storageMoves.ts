import { ConfigurationError } from '@x/core-errors'
import { expect, test } from 'vitest'
import { isLxdNotFound, isLxdOperationError, type LxdProgress } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Volumes: renaming, moving, copying. */
export function storageMoveSuite(target: Target): void {
  const withBtrfs = test.skipIf(target.btrfsPool === undefined)
  const dir = { poolName: target.dirPool, type: 'custom' }
  const btrfsPool = target.btrfsPool ?? ''

  test('a rename within the pool is done at once', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const volumeName = await scratch.volume({ 'user.a': '1' })
    const name = scratch.volumeName()
    const renamed = await scratch.answer((options) =>
      lxd.storagePoolVolumeTypePost({ ...dir, volumeName, name }, options),
    )
    const location = `/1.0/storage-pools/${target.dirPool}/volumes/custom/${name}`
    expect(renamed).toEqual({ status: 201, operation: undefined, location })

    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', name)
    const other = scratch.volumeName()
    await volume.rename(other, { pool: target.dirPool })
    expect(volume).toMatchObject({ name: other, config: { 'user.a': '1' } })
    await volume.patch({ description: 'still the same object' })
    expect(await volumes.exists('custom', name)).toBe(false)
  })

  withBtrfs('a move to another pool is an operation, takes the snapshots along, and the object follows', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const name = scratch.volumeName()
    const volume = await volumes.create({ name, description: 'd', config: { 'user.a': '1' } })
    await volume.snapshots.create({ name: 's1' })
    const told: LxdProgress[] = []
    await volume.rename(name, { pool: btrfsPool, onProgress: (progress) => told.push(progress) })
    expect(volume.poolName).toBe(btrfsPool)
    expect(volume).toMatchObject({ name, description: 'd', config: { 'user.a': '1' } })
    expect((await volume.snapshots.all()).map((snapshot) => snapshot.name)).toEqual(['s1'])
    expect(await volumes.exists('custom', name)).toBe(false)
    expect(told.at(-1)?.operation).toMatchObject({ status: 'Success', description: 'Moving storage volume' })
    await volume.patch({ config: { 'user.b': '2' } })
    expect(volume.config).toMatchObject({ 'user.a': '1', 'user.b': '2' })
  })

  withBtrfs('the size of a block volume is in bytes after a move', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const definition = { name: scratch.volumeName(), content_type: 'block', config: { size: '16MiB' } }
    const volume = await volumes.create(definition)
    await volume.rename(volume.name, { pool: btrfsPool })
    expect(volume.config['size']).toBe('16777216')
  })

  test('a name that is taken is a conflict, also by the volume itself', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', await scratch.volume())
    const taken = await scratch.volume()
    expect((await scratch.refusal(() => volume.rename(taken))).status).toBe(409)
    expect((await scratch.refusal(() => volume.rename(volume.name))).status).toBe(409)
  })

  test('a rename without a name, with a slash or to a pool that does not exist is refused', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const volumeName = await scratch.volume()
    const rename = (more: object) =>
      scratch.refusal(() => lxd.storagePoolVolumeTypePost({ ...dir, volumeName, ...more }))
    expect((await rename({})).status).toBe(400)
    expect((await rename({ name: 'a/b' })).status).toBe(400)
    const name = scratch.volumeName()
    expect(await rename({ name, pool: 'bogus' })).toEqual({ status: 404, text: 'Storage pool not found' })
  })

  test('a move to another project names the pool, even when it stays', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const project = await scratch.project()
    const name = await scratch.volume()
    const withoutPool = () => lxd.storagePoolVolumeTypePost({ ...dir, volumeName: name, name, newProject: project })
    expect(await scratch.refusal(withoutPool)).toEqual({ status: 404, text: 'Storage pool not found' })

    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', name)
    scratch.undo(() => lxd.storagePoolVolumeTypeDelete({ ...dir, volumeName: name, project }))
    await volume.rename(name, { newProject: project })
    expect(volume.project).toBe(project)
    expect(await volumes.exists('custom', name)).toBe(false)
    expect(await volumes.exists('custom', name, { project })).toBe(true)
    await volume.patch({ description: 'in its project' })
  })

  test('a volume of a running instance can neither be renamed nor moved; of a stopped one it can', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() })
    const name = scratch.volumeName() // now, so that it goes after the instance in the end
    const disk = { type: 'disk', pool: target.dirPool, source: volume.name, path: '/mnt' }
    const instanceName = await scratch.instance({ devices: { disk } })
    await scratch.setState(instanceName, 'start')
    const refusal = { status: 500, text: 'Volume is still in use by running instances' }
    expect(await scratch.refusal(() => volume.rename(name))).toEqual(refusal)
    await scratch.setState(instanceName, 'stop')
    await volume.rollback()
    // An unprivileged container has left its id map, which a PUT must send back.
    expect(Object.keys(volume.config)).toEqual(expect.arrayContaining(['volatile.idmap.last', 'volatile.idmap.next']))
    volume.description = 'saved with its id map'
    await volume.save()
    expect(Object.keys(volume.config)).toEqual(expect.arrayContaining(['volatile.idmap.last']))

    await volume.rename(name)
    expect((await lxd.instanceGet({ instanceName })).devices['disk']).toMatchObject({ source: name })
    if (target.btrfsPool === undefined) return
    await volume.rename(name, { pool: target.btrfsPool })
    expect((await lxd.instanceGet({ instanceName })).devices['disk']).toMatchObject({
      source: name,
      pool: target.btrfsPool,
    })
    await lxd.runOperation(() => lxd.instanceDelete({ instanceName }))
    await volume.delete()
  })

  test('the device of a profile follows a rename', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() })
    const profileName = scratch.name()
    const disk = { type: 'disk', pool: target.dirPool, source: volume.name, path: '/mnt' }
    await lxd.profilesPost({ name: profileName, devices: { disk } })
    scratch.undo(() => lxd.profileDelete({ profileName }))
    const name = scratch.volumeName()
    await volume.rename(name)
    expect((await lxd.profileGet({ profileName })).devices['disk']).toMatchObject({ source: name })
    await lxd.profileDelete({ profileName })
  })

  test('an offer to migrate has two secrets, and ends with the sockets they open', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const volumeName = await scratch.volume()
    const { operation } = await lxd.storagePoolVolumeTypePost({ ...dir, volumeName, name: volumeName, migration: true })
    expect(operation).toMatchObject({ class: 'websocket', status: 'Running', may_cancel: false })
    const { id = '', metadata = {} } = operation ?? {}
    expect(Object.keys(metadata).sort()).toEqual(['control', 'fs'])
    const over = lxd.operationWaitGet({ id, timeout: -1 })
    const sockets = Object.values(metadata).map((secret) => lxd.operationWebsocketGet({ id, secret: String(secret) }))
    for (const socket of sockets) await (await socket).close()
    expect(await over).toMatchObject({ status: 'Failure' })
  })

  test('a copy takes snapshots, configuration and description along', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const definition = { name: scratch.volumeName(), description: 'd', config: { 'user.a': '1' } }
    const volume = await volumes.create(definition)
    await volume.snapshots.create({ name: 's1' })
    const copy = await volume.copy(scratch.volumeName())
    expect(copy).toMatchObject({ description: 'd', config: { 'user.a': '1' } })
    expect((await copy.snapshots.all()).map(({ name }) => name)).toEqual(['s1'])
    const bare = await volume.copy(scratch.volumeName(), { volumeOnly: true })
    expect(await bare.snapshots.all()).toEqual([])
  })

  test('a copy may have a configuration or a description of its own; the rest is inherited', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName(), description: 'd', config: { 'user.a': '1' } })
    expect(await volume.copy(scratch.volumeName(), { description: 'own' })).toMatchObject({
      description: 'own',
      config: { 'user.a': '1' },
    })
    expect(await volume.copy(scratch.volumeName(), { config: { 'user.b': '2' } })).toMatchObject({
      description: 'd',
      config: { 'user.b': '2' },
    })
  })

  test('a snapshot can be copied to a volume of its own', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName(), config: { 'user.a': '1' } })
    await volume.snapshots.create({ name: 's1' })
    await volume.patch({ config: { 'user.a': '2' } })
    const source = { type: 'copy', name: `${volume.name}/s1`, pool: target.dirPool }
    const copy = await volumes.create({ name: scratch.volumeName(), source })
    expect(copy.config).toEqual({ 'user.a': '1' })
  })

  withBtrfs('a copy goes to another pool of another driver', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName(), config: { 'user.a': '1' } })
    await volume.snapshots.create({ name: 's1' })
    const copy = await volume.copy(scratch.volumeName(), { pool: btrfsPool })
    expect(copy.poolName).toBe(btrfsPool)
    expect(copy.config).toMatchObject({ 'user.a': '1' })
    expect(await copy.snapshots.all()).toHaveLength(1)
  })

  test('a copy goes to another project', async () => {
    await using scratch = new Scratch(target)
    const project = await scratch.project()
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName(), config: { 'user.a': '1' } })
    const copy = await volume.copy(scratch.volumeName(project), { newProject: project })
    expect(copy).toMatchObject({ project, config: { 'user.a': '1' } })
    await copy.patch({ description: 'in its project' })
  })

  test('an existing copy is a conflict, or is brought up to date', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() })
    const copy = await volume.copy(scratch.volumeName())
    expect((await scratch.refusal(() => volume.copy(copy.name))).status).toBe(409)
    await volume.snapshots.create({ name: 's1' })
    await volume.copy(copy.name, { refresh: true })
    expect((await copy.snapshots.all()).map(({ name }) => name)).toEqual(['s1'])
  })

  test('what a copy lacks is told by its operation', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const copy = (source: object) => volumes.create({ name: scratch.volumeName(), source: { type: 'copy', ...source } })
    const missing = await copy({ name: 'bogus', pool: target.dirPool }).catch((error: unknown) => error)
    expect(isLxdOperationError(missing) && missing.description).toMatch(/not found/)
    const pool = await copy({ name: 'bogus', pool: 'bogus' }).catch((error: unknown) => error)
    expect(isLxdOperationError(pool) && pool.description).toMatch(/Storage pool not found/)
    expect((await scratch.refusal(() => copy({ type: 'bogus', name: 'x', pool: target.dirPool }))).status).toBe(400)
  })

  test('a copy without the name of its source is refused here: the server makes an empty volume of it', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const name = scratch.volumeName()
    const source = { type: 'copy', pool: target.dirPool }
    await expect(volumes.create({ name, source })).rejects.toThrow(ConfigurationError)
    expect(await volumes.exists('custom', name)).toBe(false)
    await lxd.storagePoolVolumesTypePost({ ...dir, name, source })
    expect(await volumes.exists('custom', name)).toBe(true)
  })

  test('a copy of a block volume is a block volume', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const definition = { name: scratch.volumeName(), content_type: 'block', config: { size: '16MiB' } }
    const copy = await (await volumes.create(definition)).copy(scratch.volumeName())
    expect(copy.content_type).toBe('block')
  })

  test('a volume that is gone is not found by what was made from it', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() })
    await volume.delete()
    for (const act of [() => volume.sync(), () => volume.save(), () => volume.delete(), () => volume.rename('x')]) {
      expect(isLxdNotFound(await act().catch((error: unknown) => error))).toBe(true)
    }
  })
}
