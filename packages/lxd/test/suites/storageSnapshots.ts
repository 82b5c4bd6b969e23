import { expect, test } from 'vitest'
import { isLxdConflict, isLxdNotFound, isLxdOperationError, isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Snapshots of volumes, and restoring them. */
export function storageSnapshotSuite(target: Target): void {
  const dir = { poolName: target.dirPool, type: 'custom' }
  const volumeOf = async (scratch: Scratch, config: Record<string, string> = {}) => {
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    return volumes.create({ name: scratch.volumeName(), config })
  }

  test('snapshots without a name are numbered', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch, { 'user.a': '1' })
    expect((await volume.snapshots.create()).name).toBe('snap0')
    expect((await volume.snapshots.create()).name).toBe('snap1')
    const { operation } = await scratch.lxd.runOperation(() =>
      scratch.lxd.storagePoolVolumesTypeSnapshotsPost({ ...dir, volumeName: volume.name }),
    )
    expect(operation?.status).toBe('Success')
    expect((await volume.snapshots.all()).map(({ name }) => name).sort()).toEqual(['snap0', 'snap1', 'snap2'])
  })

  test('snapshots without a name, side by side, get a name each', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const made = await Promise.all(Array.from({ length: 4 }, () => volume.snapshots.create()))
    expect(made.map(({ name }) => name).sort()).toEqual(['snap0', 'snap1', 'snap2', 'snap3'])
  })

  test('the numbers that the server gives collide side by side', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch, { 'snapshots.pattern': 'daily-%d' })
    const make = () =>
      scratch.lxd.runOperation(() =>
        scratch.lxd.storagePoolVolumesTypeSnapshotsPost({ ...dir, volumeName: volume.name }),
      )
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, make))
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(failures.length).toBeLessThan(6)
    expect(failures.filter((error) => !isLxdConflict(error) && !isLxdOperationError(error))).toEqual([])
    // The pattern of the volume is for snapshots that the server takes by itself.
    const names = (await volume.snapshots.all()).map(({ name }) => name)
    expect(names.filter((name) => !/^snap\d$/.test(name))).toEqual([])
  })

  test('a snapshot looks the same in a list and by itself', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch, { 'user.a': '1' })
    const made = await volume.snapshots.create({ name: 's1' })
    const [listed] = await volume.snapshots.all()
    expect({ ...listed }).toEqual({ ...made })
    expect({ ...made }).toMatchObject({ name: 's1', content_type: 'filesystem', config: { 'user.a': '1' } })
    expect(made.expires_at).toBeUndefined()
    expect(made.etag).toMatch(/^"[0-9a-f]{64}"$/)
    const raw = await scratch.lxd.storagePoolVolumesTypeSnapshotsGetRecursion1({ ...dir, volumeName: volume.name })
    expect(raw).toMatchObject([{ name: `${volume.name}/s1`, content_type: '' }])
    const paths = await scratch.lxd.storagePoolVolumesTypeSnapshotsGet({ ...dir, volumeName: volume.name })
    expect(paths).toEqual([`/1.0/storage-pools/${target.dirPool}/volumes/custom/${volume.name}/snapshots/s1`])
  })

  test('a snapshot keeps the configuration of its time', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch, { 'user.a': 'before' })
    await volume.snapshots.create({ name: 's1' })
    await volume.patch({ config: { 'user.a': 'after' } })
    expect((await volume.snapshots.get('s1')).config).toEqual({ 'user.a': 'before' })
  })

  test('a snapshot expires when it is told to, or when the volume says so', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const expiresAt = new Date('2030-01-02T03:04:05.000Z')
    const timed = await volume.snapshots.create({ name: 's1', expiresAt })
    expect(new Date(timed.expires_at ?? '')).toEqual(expiresAt)
    await scratch.lxd.runOperation(() =>
      scratch.lxd.storagePoolVolumesTypeSnapshotsPost({
        ...dir,
        volumeName: volume.name,
        name: 's2',
        expires_at: null,
      }),
    )
    expect((await volume.snapshots.get('s2')).expires_at).toBeUndefined()
    await volume.patch({ config: { 'snapshots.expiry': '1d' } })
    const inherited = await volume.snapshots.create({ name: 's3' })
    expect(Date.parse(inherited.expires_at ?? '')).toBeGreaterThan(Date.now())
  })

  test('a description is set although LXD 5.0 ignores it when the snapshot is taken', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    expect((await volume.snapshots.create({ description: 'before the upgrade' })).description).toBe(
      'before the upgrade',
    )
    await scratch.lxd.runOperation(() =>
      scratch.lxd.storagePoolVolumesTypeSnapshotsPost({
        ...dir,
        volumeName: volume.name,
        name: 'raw',
        description: 'x',
      }),
    )
    expect((await volume.snapshots.get('raw')).description).toBe('')
  })

  test('a second snapshot of the same name is a conflict', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    await volume.snapshots.create({ name: 's1' })
    const create = () => volume.snapshots.create({ name: 's1' })
    expect(isLxdConflict(await create().catch((error: unknown) => error))).toBe(true)
    expect((await scratch.refusal(create)).text).toBe('Snapshot "s1" already in use')
  })

  test.each([
    ['a slash in its name', { name: 'a/b' }, 'Storage name cannot contain "/"'],
    ['a blank in its name', { name: 'a b' }, 'Storage name cannot contain white space'],
    ['a time that is none', { name: 's', expiresAt: 'tomorrow' }, 'parsing time'],
  ])('a snapshot is refused with %s', async (_, parameters, text) => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const refusal = await scratch.refusal(() => volume.snapshots.create(parameters))
    expect(refusal.status).toBe(400)
    expect(refusal.text).toContain(text)
  })

  test('a snapshot is taken of a volume that a running instance uses, but not restored', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const disk = { type: 'disk', pool: target.dirPool, source: volume.name, path: '/mnt' }
    const instance = await scratch.instance({ devices: { disk } })
    await scratch.setState(instance, 'start')
    const snapshot = await volume.snapshots.create()
    expect(await scratch.refusal(() => snapshot.restore())).toEqual({
      status: 500,
      text: 'Cannot restore custom volume used by running instances',
    })
  })

  test('a snapshot is renamed by an operation; a name that is taken makes it fail', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const snapshot = await volume.snapshots.create({ name: 's1' })
    await volume.snapshots.create({ name: 's2' })
    await snapshot.rename('s3')
    expect(snapshot.name).toBe('s3')
    expect(await volume.snapshots.exists('s1')).toBe(false)
    expect(isLxdOperationError(await snapshot.rename('s2').catch((error: unknown) => error))).toBe(true)
    await snapshot.patch({ description: 'still the same object' })
  })

  test('put and patch change description and expiry', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const snapshot = await volume.snapshots.create({ name: 's1' })
    const expires_at = '2030-01-02T03:04:05Z'
    await snapshot.put({ description: 'd', expires_at })
    expect(snapshot).toMatchObject({ description: 'd', expires_at })
    await snapshot.patch({ description: 'e' })
    expect(snapshot).toMatchObject({ description: 'e', expires_at })
    await snapshot.rawPatch({ expires_at: '2031-01-02T03:04:05Z' })
    await snapshot.rollback()
    expect(snapshot).toMatchObject({ description: 'e', expires_at: '2031-01-02T03:04:05Z' })
    await snapshot.rawPut({})
    await snapshot.rollback()
    expect(snapshot.description).toBe('')
    expect(snapshot.expires_at).toBeUndefined()
  })

  test('save() writes what stands in the snapshot, and refuses when it has changed', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const mine = await volume.snapshots.create({ name: 's1' })
    const [theirs] = await volume.snapshots.all()
    mine.description = 'mine'
    await mine.save()
    expect((await volume.snapshots.get('s1')).description).toBe('mine')
    if (theirs === undefined) throw new Error('no snapshot was listed')
    theirs.expires_at = '2030-01-02T03:04:05Z'
    expect(isLxdPreconditionFailed(await theirs.save().catch((error: unknown) => error))).toBe(true)
    await theirs.save({ onConflict: 'merge' })
    expect(theirs).toMatchObject({ description: 'mine', expires_at: '2030-01-02T03:04:05Z' })
  })

  test('a snapshot is deleted by an operation; one that does not exist is not found', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const snapshot = await volume.snapshots.create({ name: 's1' })
    await snapshot.delete()
    const remove = () =>
      scratch.lxd.storagePoolVolumesTypeSnapshotDelete({ ...dir, volumeName: volume.name, snapshotName: 's1' })
    expect(await scratch.refusal(remove)).toEqual({ status: 404, text: 'Storage pool volume not found' })
    expect(isLxdNotFound(await volume.snapshots.get('s1').catch((error: unknown) => error))).toBe(true)
  })

  test('restoring brings back the files and leaves configuration and description', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch, { 'user.a': 'before' })
    const disk = { type: 'disk', pool: target.dirPool, source: volume.name, path: '/mnt' }
    const instanceName = await scratch.instance({ devices: { disk } })
    const file = { instanceName, path: '/mnt/file' }
    await scratch.setState(instanceName, 'start')
    await scratch.lxd.instanceFilesPost({ ...file, rawFile: 'before' })
    await volume.snapshots.create({ name: 's1' })
    await scratch.lxd.instanceFilesPost({ ...file, rawFile: 'after' })
    await scratch.setState(instanceName, 'stop')
    await volume.rollback()
    await volume.put({ description: 'after', config: { ...volume.config, 'user.a': 'after' } })
    await volume.restoreFrom('s1')
    expect(volume).toMatchObject({ description: 'after', config: { 'user.a': 'after' } })
    await scratch.setState(instanceName, 'start')
    const { stream } = await scratch.lxd.instanceFilesGet(file)
    expect(await new Response(stream).text()).toBe('before')
  })

  test('what is sent with a restore is applied after it', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch, { 'user.a': '1' })
    await volume.snapshots.create({ name: 's1' })
    await volume.rawPut({ restore: 's1', description: 'd', config: { 'user.b': '2' } })
    await volume.rollback()
    expect(volume).toMatchObject({ description: 'd', config: { 'user.b': '2' } })
  })

  test('a snapshot that does not exist can not be restored, and a PATCH restores nothing', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    await volume.patch({ description: 'd' })
    expect(await scratch.refusal(() => volume.restoreFrom('bogus'))).toEqual({
      status: 500,
      text: 'Snapshot not found',
    })
    await volume.rawPatch({ restore: 'bogus' })
    await volume.rollback()
    expect(volume.description).toBe('')
  })
}
