import { expect, test } from 'vitest'
import { isLxdConflict, isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Volumes: creating, reading, listing, changing, deleting. */
export function storageVolumeSuite(target: Target): void {
  const withBtrfs = test.skipIf(target.btrfsPool === undefined)
  const dir = { poolName: target.dirPool, type: 'custom' }
  const btrfs = { poolName: target.btrfsPool ?? '', type: 'custom' }

  test('a volume is created at once, with status 200 and no location', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.volumeName()
    const answer = await scratch.answer((options) => scratch.lxd.storagePoolVolumesTypePost({ ...dir, name }, options))
    expect(answer).toEqual({ status: 200, operation: undefined, location: undefined })
    const pool = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await pool.volumes.get('custom', name)
    expect(volume).toMatchObject({
      name,
      type: 'custom',
      description: '',
      config: {},
      used_by: [],
      location: 'none',
      content_type: 'filesystem',
      project: 'default',
    })
    expect(volume.created_at).toBeUndefined()
    expect(volume.etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect(volume.poolName).toBe(target.dirPool)
  })

  test('the type may stand in the body, but must stand somewhere', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const name = scratch.volumeName()
    await lxd.storagePoolVolumesPost({ poolName: target.dirPool, name, type: 'custom' })
    expect(await lxd.storagePoolVolumeTypeGet({ ...dir, volumeName: name })).toMatchObject({ name })
    const text = 'You must provide a storage volume type of the storage volume'
    expect(await scratch.refusal(() => lxd.storagePoolVolumesPost({ poolName: target.dirPool, name }))).toEqual({
      status: 400,
      text,
    })
  })

  test('the type in the path wins over the one in the body', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.volumeName()
    const body = JSON.stringify({ name, type: 'container' })
    expect((await scratch.raw('POST', `/1.0/storage-pools/${target.dirPool}/volumes/custom`, body)).status).toBe(200)
    expect(await scratch.lxd.storagePoolVolumeTypeGet({ ...dir, volumeName: name })).toMatchObject({ type: 'custom' })
  })

  test.each(['container', 'virtual-machine', 'image'])('a volume of type %s can not be created', async (type) => {
    await using scratch = new Scratch(target)
    const create = () => scratch.lxd.storagePoolVolumesTypePost({ ...dir, type, name: scratch.name() })
    const text = `Currently not allowed to create storage volumes of type "${type}"`
    expect(await scratch.refusal(create)).toEqual({ status: 400, text })
  })

  test('a type that does not exist is refused', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const bogus = { ...dir, type: 'bogus' }
    const create = await scratch.refusal(() => lxd.storagePoolVolumesTypePost({ ...bogus, name: scratch.name() }))
    expect(create).toEqual({ status: 400, text: 'Currently not allowed to create storage volumes of type "bogus"' })
    const read = await scratch.refusal(() => lxd.storagePoolVolumeTypeGet({ ...bogus, volumeName: 'x' }))
    expect(read).toEqual({ status: 400, text: 'Invalid storage volume type name' })
  })

  test('a second volume of the same name is a conflict', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.volume()
    const pool = await scratch.lxd.storagePools.get(target.dirPool)
    expect(isLxdConflict(await pool.volumes.create({ name }).catch((error: unknown) => error))).toBe(true)
    const refusal = { status: 409, text: 'Volume by that name already exists' }
    expect(await scratch.refusal(() => pool.volumes.create({ name }))).toEqual(refusal)
  })

  test.each([
    ['no name', { name: undefined }, 400, /^No name provided$/],
    ['a slash in its name', { name: 'a/b' }, 400, /^Storage volume names may not contain slashes$/],
    ['an unknown option', { config: { bogus: '1' } }, 500, /^Invalid option for volume ".+" option "bogus"$/],
    [
      'a size that is none',
      { config: { size: 'abc' } },
      500,
      /^Invalid value for volume ".+" option "size": Invalid value: abc$/,
    ],
    ['an unknown content type', { content_type: 'bogus' }, 400, /^Invalid volume content type name$/],
    ['a content type of newer servers', { content_type: 'iso' }, 400, /^Invalid volume content type name$/],
    ['a name of 256 characters', { name: 'x'.repeat(256) }, 500, /already exists/],
  ])('a volume is refused with %s', async (_, definition, status, text) => {
    await using scratch = new Scratch(target)
    const create = () => scratch.lxd.storagePoolVolumesTypePost({ ...dir, name: scratch.volumeName(), ...definition })
    const refusal = await scratch.refusal(create)
    expect(refusal.status).toBe(status)
    expect(refusal.text).toMatch(text)
  })

  test.each([' ', 'ü', '?', '#', '%', '%41', '&', ';', '+', '..'])('a name may hold «%s»', async (character) => {
    await using scratch = new Scratch(target)
    const name = character === '..' ? '..' : `${scratch.name()}a${character}b`
    const pool = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await pool.volumes.create({ name })
    scratch.undo(() => volume.delete())
    expect(volume.name).toBe(name)
    await volume.patch({ config: { 'user.a': '1' } })
    expect((await pool.volumes.all()).filter((one) => one.name === name)).toHaveLength(1)
    expect(await pool.volumes.exists('custom', name)).toBe(true)
    await volume.snapshots.create({ name: 's1' })
    expect((await volume.snapshots.all()).map((snapshot) => snapshot.name)).toEqual(['s1'])
  })

  test('the size of a volume is kept, also where it is not enforced', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.volume({ size: '10MiB' })
    expect((await scratch.lxd.storagePoolVolumeTypeGet({ ...dir, volumeName: name })).config).toEqual({ size: '10MiB' })
  })

  withBtrfs('a btrfs volume may be larger than its pool', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.volume({ size: '1TiB' }, { pool: btrfs.poolName })
    expect((await scratch.lxd.storagePoolVolumeTypeGet({ ...btrfs, volumeName: name })).config).toEqual({
      size: '1TiB',
    })
  })

  test('a block volume keeps its size; without one it has none', async () => {
    await using scratch = new Scratch(target)
    const pool = await scratch.lxd.storagePools.get(target.dirPool)
    const sized = await pool.volumes.create({
      name: scratch.volumeName(),
      content_type: 'block',
      config: { size: '16MiB' },
    })
    expect(sized).toMatchObject({ content_type: 'block', config: { size: '16MiB' } })
    const plain = await pool.volumes.create({ name: scratch.volumeName(), content_type: 'block' })
    expect(plain).toMatchObject({ content_type: 'block', config: {} })
  })

  test('of many that create the same volume at once, one succeeds', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.volumeName()
    const create = () => scratch.lxd.storagePoolVolumesTypePost({ ...dir, name })
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, create))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    // A few may collide in the database, which is an internal error.
    expect(refused.filter((error) => !isLxdConflict(error) && error.reason !== 'serverError')).toEqual([])
  })

  test.each(target.btrfsPool === undefined ? [target.dirPool] : [target.dirPool, target.btrfsPool])(
    '50 volumes are created side by side in %s',
    { timeout: 30_000 },
    async (poolName) => {
      await using scratch = new Scratch(target)
      const names = Array.from({ length: 50 }, () => scratch.volumeName())
      await Promise.all(names.map((name) => scratch.lxd.storagePoolVolumesTypePost({ poolName, type: 'custom', name })))
      const volumes = await (await scratch.lxd.storagePools.get(poolName)).volumes.all({ type: 'custom' })
      expect(new Set(volumes.map(({ name }) => name))).toEqual(new Set([...volumes.map(({ name }) => name), ...names]))
    },
  )

  test('all volumes of a pool are listed with one request, without the snapshots', async () => {
    await using scratch = new Scratch(target)
    const names = [await scratch.volume({ 'user.n': '1' }), await scratch.volume({ 'user.n': '2' })]
    const requests: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ url = '' }) => requests.push(url) } })
    const pool = await lxd.storagePools.get(target.dirPool)
    await (await pool.volumes.get('custom', names[0] ?? '')).snapshots.create({ name: 's1' })
    requests.length = 0
    const volumes = await pool.volumes.all()
    expect(requests).toHaveLength(1)
    const found = volumes.filter(({ name }) => names.includes(name.split('/')[0] ?? ''))
    expect(found.map(({ name, config }) => [name, config['user.n']]).sort()).toEqual([
      [names[0], '1'],
      [names[1], '2'],
    ])
    const paths = await lxd.storagePoolVolumesTypeGet(dir)
    const path = `/1.0/storage-pools/${target.dirPool}/volumes/custom/${names[0]}`
    expect(paths).toEqual(expect.arrayContaining([path, `${path}/snapshots/s1`]))
    const entries = await lxd.storagePoolVolumesGetRecursion1({ poolName: target.dirPool })
    expect(entries.find(({ name }) => name === `${names[0]}/s1`)).toMatchObject({ type: 'custom' })
  })

  test('an entry of a list knows the ETag that the volume itself is given', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.volume({ 'user.text': '<ü & "q"> \\ \b\f\u2028\n', 'user.b': '' })
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const listed = (await volumes.all()).find((volume) => volume.name === name)
    expect(listed?.etag).toBe((await volumes.get('custom', name)).etag)
  })

  test('a list can be filtered by the server', async () => {
    await using scratch = new Scratch(target)
    const [one, other] = [await scratch.volume(), await scratch.volume()]
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const found = await volumes.all({ type: 'custom', filter: `name eq ${one}` })
    expect(found.map(({ name }) => name)).toEqual([one])
    const bogus = await scratch.refusal(() => volumes.all({ filter: 'name eq' }))
    expect(bogus.status).toBe(500)
    expect(bogus.text).toMatch(/^Invalid filter: /)
    expect(other).not.toBe(one)
  })

  test('a snapshot can be read as a volume, when its slash is escaped', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.volume()
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    await (await volumes.get('custom', name)).snapshots.create({ name: 's1' })
    expect(await volumes.get('custom', `${name}/s1`)).toMatchObject({ name: `${name}/s1` })
    const path = `/1.0/storage-pools/${target.dirPool}/volumes/custom/${name}/s1`
    expect((await scratch.raw('PUT', path, '{}')).status).toBe(404)
  })

  test('a volume that does not exist is not found, but has an empty list of snapshots', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const missing = { ...dir, volumeName: scratch.name() }
    const refusal = { status: 404, text: 'Storage pool volume not found' }
    expect(await scratch.refusal(() => lxd.storagePoolVolumeTypeGet(missing))).toEqual(refusal)
    expect(await scratch.refusal(() => lxd.storagePoolVolumeTypeDelete(missing))).toEqual(refusal)
    expect(
      await scratch.refusal(() => lxd.storagePoolVolumesTypeSnapshotsPost({ ...missing, name: 's' })),
    ).toMatchObject({
      status: 404,
    })
    expect((await scratch.refusal(() => lxd.storagePoolVolumeTypeStateGet(missing))).status).toBe(404)
    expect(await lxd.storagePoolVolumesTypeSnapshotsGet(missing)).toEqual([])
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    expect(await volumes.exists('custom', missing.volumeName)).toBe(false)
  })

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
