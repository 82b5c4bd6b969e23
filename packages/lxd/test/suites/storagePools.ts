import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { etagOf, isLxdConflict, isLxdNotFound, isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Storage pools: creating, reading, changing, deleting. */
export function storagePoolSuite(target: Target): void {
  const withBtrfs = test.skipIf(target.btrfsPool === undefined)

  test('a pool of driver dir is created at once, and has a source of its own', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.poolName()
    const answer = await scratch.answer((options) => scratch.lxd.storagePoolsPost({ name, driver: 'dir' }, options))
    expect(answer).toMatchObject({ status: 201, operation: undefined, location: `/1.0/storage-pools/${name}` })
    const pool = await scratch.lxd.storagePools.get(name)
    expect(pool).toMatchObject({
      name,
      driver: 'dir',
      description: '',
      status: 'Created',
      locations: ['none'],
      used_by: [],
    })
    expect(Object.keys(pool.config)).toEqual(['source'])
    expect(pool.config['source']).toMatch(new RegExp(`/storage-pools/${name}$`))
  })

  withBtrfs('a btrfs pool is a loop file of the size given', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.poolName()
    const pool = await scratch.lxd.storagePools.create({ name, driver: 'btrfs', config: { size: '256MiB' } })
    expect(pool.config['size']).toBe('256MiB')
    expect(pool.config['source']).toMatch(new RegExp(`/disks/${name}\\.img$`))
    const { space, inodes } = await pool.resources.get()
    expect(Number(space?.total)).toBe(268_435_456)
    expect(inodes).toMatchObject({ used: 0, total: 0 })
  })

  withBtrfs('a btrfs pool without a size gets one', async () => {
    await using scratch = new Scratch(target)
    const pool = await scratch.lxd.storagePools.create({ name: scratch.poolName(), driver: 'btrfs' })
    expect(pool.config['size']).toMatch(/^\d+(?:[KMGT]i?B)?$/)
  })

  withBtrfs('a btrfs pool that is too small is refused after a while, and does not exist', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.poolName()
    const create = () => scratch.lxd.storagePoolsPost({ name, driver: 'btrfs', config: { size: '50MiB' } })
    const { status, text } = await scratch.refusal(create)
    expect(status).toBe(500)
    expect(text).toMatch(/^Failed to format sparse file: /)
    expect(await scratch.lxd.storagePools.exists(name)).toBe(false)
    // The server forgets its file.
    if (target.stateDirectory !== undefined) await rm(`${target.stateDirectory}/disks/${name}.img`)
  })

  test.each([
    [
      'an option that the driver does not have',
      { driver: 'dir', config: { size: '1GiB' } },
      500,
      'Invalid option "size"',
    ],
    ['an unknown option', { driver: 'dir', config: { bogus: '1' } }, 500, 'Invalid option "bogus"'],
    ['an unknown driver', { driver: 'bogus' }, 500, 'Unknown driver'],
    ['a newer driver', { driver: 'powerflex' }, 500, 'Unknown driver'],
    ['no driver', {}, 400, 'No driver provided'],
    ['no name', { name: undefined, driver: 'dir' }, 400, 'No name provided'],
    ['an empty definition', { name: undefined }, 400, 'No name provided'],
    ['a name with a slash', { name: 'a/b', driver: 'dir' }, 400, 'Storage pool names may not contain slashes'],
    ['a name with a blank', { name: 'a b', driver: 'dir' }, 500, 'Storage name cannot contain white space'],
    [
      'a source that does not exist',
      { driver: 'dir', config: { source: '/nonexistent' } },
      500,
      "Source path '/nonexistent' doesn't exist",
    ],
    ['a member of no cluster', { driver: 'dir', target: 'foo' }, 404, 'Cluster member not found'],
  ])('a pool is refused with %s', async (_, definition, status, text) => {
    await using scratch = new Scratch(target)
    const create = () => scratch.lxd.storagePoolsPost({ name: scratch.poolName(), ...definition })
    expect(await scratch.refusal(create)).toEqual({ status, text })
  })

  withBtrfs('a pool is refused with a size that is none', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.poolName()
    const create = () => scratch.lxd.storagePoolsPost({ name, driver: 'btrfs', config: { size: 'abc' } })
    expect(await scratch.refusal(create)).toEqual({
      status: 500,
      text: 'Invalid value for option "size": Invalid value: abc',
    })
  })

  test.each(['zfs', 'lvm', 'ceph', 'cephfs', 'cephobject'])(
    'a pool of driver %s is refused where its tools are missing',
    async (driver) => {
      await using scratch = new Scratch(target)
      const { environment } = await scratch.lxd.server.get()
      // Where they are there, and the device mapper is not, LVM takes 32 s to fail.
      if (environment?.storage_supported_drivers.some(({ Name }) => Name === driver)) return
      const { status, text } = await scratch.refusal(() =>
        scratch.lxd.storagePoolsPost({ name: scratch.poolName(), driver }),
      )
      expect(status).toBe(500)
      expect(text).toMatch(/^(?:Error loading "zfs" module|Required tool ['"][a-z-]+['"] is missing)/)
    },
  )

  test.each([
    ['broken JSON', '{', 'unexpected EOF'],
    ['an empty body', '', 'EOF'],
    ['a number as value', '{"name":"x","driver":"dir","config":{"user.a":1}}', 'cannot unmarshal number'],
  ])('a body that is %s is refused', async (_, body, text) => {
    await using scratch = new Scratch(target)
    const answer = await scratch.raw('POST', '/1.0/storage-pools', body)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(text)
  })

  test('a second pool of the same name is a conflict', async () => {
    await using scratch = new Scratch(target)
    const create = () => scratch.lxd.storagePools.create({ name: target.dirPool, driver: 'dir' })
    const error = await create().catch((error: unknown) => error)
    expect(isLxdConflict(error)).toBe(true)
    expect(await scratch.refusal(create)).toEqual({
      status: 409,
      text: 'The storage pool already exists: The record already exists',
    })
  })

  test('keys of the user and unknown fields are accepted', async () => {
    await using scratch = new Scratch(target)
    const config = { 'user.a': '1', 'rsync.bwlimit': '10' }
    const definition = { name: scratch.poolName(), driver: 'dir', config, bogus: true }
    expect((await scratch.lxd.storagePools.create(definition)).config).toMatchObject(config)
  })

  test('pools are listed with one request, whatever project is asked for', async () => {
    await using scratch = new Scratch(target)
    const requests: string[] = []
    await using other = target.connect({ project: 'bogus', hooks: { onRequest: ({ url = '' }) => requests.push(url) } })
    const pools = await other.storagePools.all()
    expect(pools.map(({ name }) => name)).toContain(target.dirPool)
    expect(requests).toHaveLength(1)
    expect(await scratch.lxd.storagePoolsGet()).toContain(`/1.0/storage-pools/${target.dirPool}`)
  })

  test('a pool that does not exist is not found, but its resources fail', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const poolName = scratch.name()
    const missing = { status: 404, text: 'Storage pool not found' }
    expect(await scratch.refusal(() => lxd.storagePoolGet({ poolName }))).toEqual(missing)
    expect(await scratch.refusal(() => lxd.storagePoolPut({ poolName }))).toEqual(missing)
    expect(await scratch.refusal(() => lxd.storagePoolPatch({ poolName }))).toEqual(missing)
    expect(await scratch.refusal(() => lxd.storagePoolsDelete({ poolName }))).toEqual(missing)
    expect(await scratch.refusal(() => lxd.storagePoolVolumesGet({ poolName }))).toEqual(missing)
    expect(await scratch.refusal(() => lxd.storagePoolResources({ poolName }))).toEqual({ ...missing, status: 500 })
    expect(isLxdNotFound(await lxd.storagePools.get(poolName).catch((error: unknown) => error))).toBe(true)
    expect(await lxd.storagePools.exists(poolName)).toBe(false)
  })

  test('the server gives pools no ETag, but compares it with the one that is computed', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const config = { 'user.text': '<ü & "quotes"> \\ \t', 'user.b': '' }
    const pool = await lxd.storagePools.create({ name: scratch.poolName(), driver: 'dir', config, description: 'kept' })
    const poolName = pool.name
    const read = await lxd.storagePoolGet({ poolName })
    expect(etagOf(read)).toBeUndefined()
    await lxd.storagePoolPut({ poolName, ...read }, { ifMatch: pool.etag })
    for (const ifMatch of ['*', `"${'0'.repeat(64)}"`]) {
      const { status, text } = await scratch.refusal(() => lxd.storagePoolPut({ poolName, ...read }, { ifMatch }))
      expect(status).toBe(412)
      expect(text).toMatch(/^ETag doesn't match: [0-9a-f]{64} vs /)
    }
  })

  test('pools share the numbers of the file system below', async () => {
    await using scratch = new Scratch(target)
    const { space, inodes } = await (await scratch.lxd.storagePools.get(target.dirPool)).resources.get()
    expect(Number(space?.total)).toBeGreaterThan(Number(space?.used))
    expect(Number(inodes?.total)).toBeGreaterThan(0)
  })

  test('a pool can not be renamed', async () => {
    await using scratch = new Scratch(target)
    const answer = await scratch.raw('POST', `/1.0/storage-pools/${target.dirPool}`, '{"name":"x"}')
    expect(answer).toEqual({ status: 501, text: 'not implemented' })
  })

  test('put replaces description and configuration, but not without the source', async () => {
    await using scratch = new Scratch(target)
    const pool = await scratch.lxd.storagePools.create({ name: scratch.poolName(), driver: 'dir', description: 'old' })
    const source = pool.config['source'] ?? ''
    await pool.put({ description: 'new', config: { source, 'user.a': '1' } })
    expect(pool).toMatchObject({ description: 'new', config: { source, 'user.a': '1' } })
    const refused = { status: 500, text: 'Pool source cannot be changed when not in pending state' }
    expect(await scratch.refusal(() => pool.put({ description: 'x', config: { 'user.a': '2' } }))).toEqual(refused)
    expect(await scratch.refusal(() => pool.rawPut({}))).toEqual(refused)
    expect(await scratch.refusal(() => pool.rawPatch({ config: { source: '/tmp' } }))).toEqual(refused)
    await pool.rollback()
    expect(pool).toMatchObject({ description: 'new', config: { source, 'user.a': '1' } })
  })

  test('the PATCH of the server empties the description; patch() does not', async () => {
    await using scratch = new Scratch(target)
    const definition = { name: scratch.poolName(), driver: 'dir', description: 'kept', config: { 'user.a': '1' } }
    const pool = await scratch.lxd.storagePools.create(definition)
    await pool.patch({ config: { 'user.b': '2' } })
    expect(pool).toMatchObject({ description: 'kept', config: { 'user.a': '1', 'user.b': '2' } })
    await pool.patch({ config: { 'user.b': '' } })
    expect(pool.description).toBe('kept')
    expect(pool.config).not.toHaveProperty(['user.b'])
    await pool.patch({ description: 'x' })
    expect(pool).toMatchObject({ description: 'x', config: { 'user.a': '1' } })

    await pool.rawPatch({ config: { 'user.c': '3' } })
    await pool.rollback()
    expect(pool).toMatchObject({ description: '', config: { 'user.a': '1', 'user.c': '3' } })
    await pool.patch({ description: 'y' })
    await scratch.lxd.storagePoolPatch({ poolName: pool.name, ...JSON.parse('{"config":null}') })
    await pool.rollback()
    expect(pool).toMatchObject({ description: '', config: { 'user.a': '1' } })
  })

  test('an unknown option is a bad request in a PATCH', async () => {
    await using scratch = new Scratch(target)
    const pool = await scratch.lxd.storagePools.create({ name: scratch.poolName(), driver: 'dir' })
    expect(await scratch.refusal(() => pool.patch({ config: { bogus: '1' } }))).toEqual({
      status: 400,
      text: 'Invalid option "bogus"',
    })
  })

  withBtrfs('another size of a btrfs pool is accepted, but not applied', async () => {
    await using scratch = new Scratch(target)
    const definition = { name: scratch.poolName(), driver: 'btrfs', config: { size: '256MiB' } }
    const pool = await scratch.lxd.storagePools.create(definition)
    await pool.patch({ config: { size: '300MiB' } })
    expect(pool.config['size']).toBe('300MiB')
    await pool.patch({ config: { size: '200MiB' } })
    expect(Number((await pool.resources.get()).space?.total)).toBe(268_435_456)
  })

  test('volume.size of a pool becomes the size of volumes made later', async () => {
    await using scratch = new Scratch(target)
    const pool = await scratch.lxd.storagePools.create({ name: scratch.poolName(), driver: 'dir' })
    await pool.patch({ config: { 'volume.size': '5MiB' } })
    const volume = await pool.volumes.create({ name: scratch.name() })
    expect(volume.config).toEqual({ size: '5MiB' })
    await volume.delete()
  })

  test('save() writes what stands in the object, and refuses when the pool has changed', async () => {
    await using scratch = new Scratch(target)
    const definition = { name: scratch.poolName(), driver: 'dir', description: 'old', config: { 'user.a': '1' } }
    const pool = await scratch.lxd.storagePools.create(definition)
    const same = await scratch.lxd.storagePools.get(pool.name)
    pool.description = 'new'
    pool.config['user.b'] = '2'
    await pool.save()
    expect(pool).toMatchObject({ description: 'new', config: { 'user.a': '1', 'user.b': '2' } })

    same.config['user.c'] = '3'
    expect(isLxdPreconditionFailed(await same.save().catch((error: unknown) => error))).toBe(true)
    await same.save({ onConflict: 'merge' })
    expect(same).toMatchObject({ description: 'new', config: { 'user.a': '1', 'user.b': '2', 'user.c': '3' } })
  })

  test('a pool in use can not be deleted, and names all users of every project', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const pool = await lxd.storagePools.create({ name: scratch.poolName(), driver: 'dir' })
    const project = await scratch.project()
    const [one, other, snapshot] = [scratch.name(), scratch.name(), scratch.name()]
    const volume = await pool.volumes.create({ name: one })
    await volume.snapshots.create({ name: snapshot })
    await pool.volumes.create({ name: other }, { project })
    await pool.sync()
    const path = `/1.0/storage-pools/${pool.name}/volumes/custom`
    expect([...pool.used_by].sort()).toEqual(
      [`${path}/${one}`, `${path}/${one}/snapshots/${snapshot}`, `${path}/${other}?project=${project}`].sort(),
    )
    expect(await scratch.refusal(() => pool.delete())).toEqual({
      status: 400,
      text: 'The storage pool is currently in use',
    })
    await volume.delete()
    await (await pool.volumes.get('custom', other, { project })).delete()
    await pool.delete()
    expect(await lxd.storagePools.exists(pool.name)).toBe(false)
  })
}
