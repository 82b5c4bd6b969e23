import { expect, test } from 'vitest'
import { escapeFilter, isLxdConflict, parseResourcePath } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Volumes: creating, reading, listing. */
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

  test.each(['and', 'a b', 'a.b', 'a"b', '(é)', 'a*'])('a filter finds «%s» and nothing else', async (text) => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const name = `${text}${scratch.name()}`
    const wanted = await volumes.create({ name })
    scratch.undo(() => wanted.delete())
    const similar = await volumes.create({ name: name.replace(/[^A-Za-z0-9]/, 'x') + scratch.name() })
    scratch.undo(() => similar.delete())
    const found = await volumes.all({ filter: `name eq ${escapeFilter(name)}` })
    expect(found.map((volume) => volume.name)).toEqual([name])
  })

  test('paths are escaped twice, and taken apart again', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const name = `${scratch.name()}? é`
    const pool = await lxd.storagePools.create({ name: scratch.poolName(), driver: 'dir' })
    const volume = await pool.volumes.create({ name })
    await pool.sync()
    const [path] = await lxd.storagePoolVolumesTypeGet({ poolName: pool.name, type: 'custom' })
    expect(pool.used_by).toEqual([path])
    expect(path).toContain('%253F%2520%25C3%25A9')
    expect(parseResourcePath(path ?? '')).toMatchObject({
      name,
      segments: ['storage-pools', pool.name, 'volumes', 'custom', name],
    })
    await volume.delete()
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
}
