import { expect, test } from 'vitest'
import { isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Volumes: state, changing, deleting. */
export function storageVolumeChangeSuite(target: Target): void {
  const withBtrfs = test.skipIf(target.btrfsPool === undefined)
  const dir = { poolName: target.dirPool, type: 'custom' }
  const btrfs = { poolName: target.btrfsPool ?? '', type: 'custom' }

  test('state is unknown where the driver can not tell', async () => {
    await using scratch = new Scratch(target)
    const volumeName = await scratch.volume()
    const refusal = { status: 500, text: 'Not supported' }
    expect(await scratch.refusal(() => scratch.lxd.storagePoolVolumeTypeStateGet({ ...dir, volumeName }))).toEqual(
      refusal,
    )
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    expect(await (await volumes.get('custom', volumeName)).state.get()).toBeUndefined()
  })

  withBtrfs('state tells the size of a sized btrfs volume, and follows its changes', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.volume({ size: '10MiB' }, { pool: btrfs.poolName })
    const { volumes } = await scratch.lxd.storagePools.get(btrfs.poolName)
    const volume = await volumes.get('custom', name)
    expect((await volume.state.get())?.usage?.total).toBe(10_485_760)
    await volume.patch({ config: { size: '20MiB' } })
    expect((await volume.state.get())?.usage?.total).toBe(20_971_520)
    await volume.patch({ config: { size: '5MiB' } })
    expect((await volume.state.get())?.usage?.total).toBe(5_242_880)
  })

  withBtrfs('state of a block volume is unknown until its pool counts, and then is what it may be', async () => {
    await using scratch = new Scratch(target)
    const definition = { name: scratch.poolName(), driver: 'btrfs', config: { size: '256MiB' } }
    const { volumes } = await scratch.lxd.storagePools.create(definition)
    const block = await volumes.create({ name: 'block', content_type: 'block', config: { size: '16MiB' } })
    expect(await block.state.get()).toBeUndefined()
    const sized = await volumes.create({ name: 'sized', config: { size: '10MiB' } })
    expect((await block.state.get())?.usage?.total).toBe(16_777_216)
    const plain = await volumes.create({ name: 'plain' })
    expect((await plain.state.get())?.usage?.total ?? 0).toBe(0)
    for (const volume of [block, sized, plain]) await volume.delete()
  })

  test('of many changes with the same ETag some are refused; the check is no lock', async () => {
    await using scratch = new Scratch(target)
    const volumeName = await scratch.volume()
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const { etag: ifMatch } = await volumes.get('custom', volumeName)
    const put = (index: number) =>
      scratch.lxd.storagePoolVolumeTypePut({ ...dir, volumeName, config: { 'user.n': String(index) } }, { ifMatch })
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => put(index)))
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused.length).toBeLessThan(20)
    expect(refused.filter((error) => !isLxdPreconditionFailed(error))).toEqual([])
    expect((await scratch.refusal(() => put(20))).status).toBe(412)
  })

  test('put replaces description and configuration; the rest of the body is ignored', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.volume({ 'user.a': '1' })
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', name)
    const body = { description: 'd', config: { 'user.b': '2' }, name: 'other', type: 'container' }
    await volume.put(body)
    expect(volume).toMatchObject({ name, type: 'custom', description: 'd', config: { 'user.b': '2' } })
    await volume.rawPut({})
    await volume.rollback()
    expect(volume).toMatchObject({ description: '', config: {} })
  })

  test('the PATCH of the server empties the description; patch() does not', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const definition = { name: scratch.volumeName(), description: 'kept', config: { 'user.a': '1' } }
    const volume = await volumes.create(definition)
    await volume.patch({ config: { 'user.b': '2' } })
    expect(volume).toMatchObject({ description: 'kept', config: { 'user.a': '1', 'user.b': '2' } })
    await volume.patch({ config: { 'user.a': '' } })
    expect(volume).toMatchObject({ description: 'kept', config: { 'user.b': '2' } })
    await volume.rawPatch({})
    await volume.rollback()
    expect(volume).toMatchObject({ description: '', config: { 'user.b': '2' } })
    await volume.patch({ description: 'kept' })
    await volume.rawPatch({ config: { 'user.c': '3' } })
    await volume.rollback()
    expect(volume).toMatchObject({ description: '', config: { 'user.b': '2', 'user.c': '3' } })
  })

  test('patch() keeps a description that somebody else has written since', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName(), description: 'old' })
    await (await volumes.get('custom', volume.name)).put({ description: 'newer', config: {} })
    await volume.patch({ config: { 'user.a': '1' } })
    expect(volume).toMatchObject({ description: 'newer', config: { 'user.a': '1' } })
  })

  test('a change is refused when the volume has another ETag by now', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const volumeName = await scratch.volume()
    const volume = await (await lxd.storagePools.get(target.dirPool)).volumes.get('custom', volumeName)
    const put = (ifMatch: string | undefined) => () => lxd.storagePoolVolumeTypePut({ ...dir, volumeName }, { ifMatch })
    for (const wrong of ['*', `W/${volume.etag}`, `"${'0'.repeat(64)}"`]) {
      expect((await scratch.refusal(put(wrong))).status).toBe(412)
    }
    await put(volume.etag)()
    await put(volume.etag?.replaceAll('"', ''))()
  })

  test('the ETag of a volume leaves the description out', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName(), description: 'old' })
    const { etag } = volume
    await volume.patch({ description: 'new' })
    expect(volume.etag).toBe(etag)
    await volume.patch({ config: { 'user.a': '1' } })
    expect(volume.etag).not.toBe(etag)
  })

  test('save() is refused after a change by somebody else, merges on request, and can be forced', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const mine = await volumes.create({ name: scratch.volumeName(), description: 'd', config: { 'user.a': '1' } })
    const theirs = await volumes.get('custom', mine.name)
    theirs.config['user.b'] = 'theirs'
    theirs.config['user.a'] = 'theirs'
    await theirs.save()

    mine.config['user.a'] = 'mine'
    mine.description = 'mine'
    expect(isLxdPreconditionFailed(await mine.save().catch((error: unknown) => error))).toBe(true)
    await mine.save({ onConflict: 'merge' })
    expect(mine).toMatchObject({ description: 'mine', config: { 'user.a': 'mine', 'user.b': 'theirs' } })

    theirs.config = { 'user.c': 'forced' }
    await theirs.save({ unconditional: true })
    await mine.rollback()
    expect(mine.config).toEqual({ 'user.c': 'forced' })
  })

  test('sync() keeps what was changed here, rollback() does not', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const mine = await volumes.create({ name: scratch.volumeName(), config: { 'user.a': '1' } })
    await (await volumes.get('custom', mine.name)).patch({ config: { 'user.b': '2' } })
    mine.config['user.a'] = 'mine'
    await mine.sync()
    expect(mine.config).toEqual({ 'user.a': 'mine', 'user.b': '2' })
    await mine.rollback()
    expect(mine.config).toEqual({ 'user.a': '1', 'user.b': '2' })
  })

  test('what this version does not know of a volume is sent back', async () => {
    await using scratch = new Scratch(target)
    const volumeName = await scratch.volume()
    const bodies: string[] = []
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      if (request.method === 'PUT') bodies.push(await request.clone().text())
      const path = new URL(request.url).pathname + new URL(request.url).search
      const body = request.body === null ? undefined : await request.text()
      const text = await scratch.lxd.transport.send({
        operation: 'proxy',
        method: request.method,
        path,
        ...(body === undefined ? {} : { body }),
        headers: { 'content-type': 'application/json' },
        idempotent: true,
        read: (answer) => answer.text(),
      })
      const envelope = JSON.parse(text) as { metadata: Record<string, unknown> }
      if (request.method === 'GET') envelope.metadata['invented'] = { deep: [1] }
      return Response.json(envelope)
    }
    await using lxd = target.connect({ socketPath: undefined, url: undefined, fetch })
    const volume = await lxd.storagePoolVolumeTypeGet({ ...dir, volumeName })
    expect(volume).toMatchObject({ invented: { deep: [1] } })
    const pool = await lxd.storagePools.get(target.dirPool)
    await (await pool.volumes.get('custom', volumeName)).save()
    expect(bodies.map((body) => JSON.parse(body))).toEqual([{ config: {}, description: '', invented: { deep: [1] } }])
  })

  test('a block volume can grow, but not shrink', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const definition = { name: scratch.volumeName(), content_type: 'block', config: { size: '16MiB' } }
    const volume = await volumes.create(definition)
    expect(await scratch.refusal(() => volume.patch({ config: { size: '8MiB' } }))).toEqual({
      status: 500,
      text: 'Block volumes cannot be shrunk: Cannot be shrunk',
    })
    await volume.patch({ config: { size: '32MiB' } })
    expect(volume.config).toMatchObject({ size: '32MiB' })
  })

  test('the volume of a container is read like any other; little of it can be changed', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.instance()
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('container', instance)
    expect(volume).toMatchObject({ type: 'container', used_by: [`/1.0/instances/${instance}`] })
    expect((await volumes.all()).find(({ name }) => name === instance)?.type).toBe('container')
    expect(await scratch.refusal(() => volume.rawPatch({}))).toEqual({
      status: 400,
      text: 'Invalid storage volume type "container"',
    })
    await volume.put({ config: { 'user.a': '1' } })
    expect(volume.config).toEqual({ 'user.a': '1' })
    expect(await scratch.refusal(() => volume.delete())).toEqual({
      status: 400,
      text: 'Storage volumes of type "container" cannot be deleted with the storage API',
    })
    expect(await scratch.refusal(() => volume.rename(scratch.name()))).toEqual({
      status: 400,
      text: 'Renaming storage volumes of type "container" is not allowed',
    })
  })

  test('a volume names its users, and can not be deleted while it has any', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() })
    const profile = scratch.name()
    const disk = { type: 'disk', pool: target.dirPool, source: volume.name, path: '/mnt' }
    await lxd.profilesPost({ name: profile, devices: { disk } })
    scratch.undo(() => lxd.profileDelete({ profileName: profile }))
    const instance = await scratch.instance({ devices: { disk } })
    await volume.sync()
    expect([...volume.used_by].sort()).toEqual([`/1.0/instances/${instance}`, `/1.0/profiles/${profile}`])
    const inUse = { status: 400, text: 'The storage volume is still in use' }
    expect(await scratch.refusal(() => volume.delete())).toEqual(inUse)
  })

  test('a profile of another project is a user with its project', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() })
    const project = await scratch.project({ 'features.storage.volumes': 'false' })
    const disk = { type: 'disk', pool: target.dirPool, source: volume.name, path: '/mnt' }
    const profile = await lxd.profiles.create({ name: scratch.name(), devices: { disk } }, { project })
    await volume.sync()
    expect(volume.used_by).toEqual([`/1.0/profiles/${profile.name}?project=${project}`])
    await profile.delete()
  })

  test('deleting a volume takes its snapshots and backups along', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() })
    await volume.snapshots.create()
    await volume.backups.create({ compressionAlgorithm: 'none' })
    expect(
      await scratch.answer((options) =>
        scratch.lxd.storagePoolVolumeTypeDelete({ ...dir, volumeName: volume.name }, options),
      ),
    ).toEqual({
      status: 200,
      operation: undefined,
      location: undefined,
    })
    expect(await volumes.exists('custom', volume.name)).toBe(false)
    expect((await volumes.all()).filter(({ name }) => name.startsWith(volume.name))).toEqual([])
  })

  test('of many that delete a volume at once, some succeed and the others do not find it', async () => {
    await using scratch = new Scratch(target)
    const volumeName = await scratch.volume()
    const remove = () => scratch.lxd.storagePoolVolumeTypeDelete({ ...dir, volumeName })
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, remove))
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true)
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.reason] : []))
    expect(new Set([...reasons, 'notFound'])).toEqual(new Set(['notFound']))
  })
}
