import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isLxdNotFound } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Backups of volumes: making, exporting, importing. */
export function storageBackupSuite(target: Target): void {
  const volumeOf = async (scratch: Scratch) => {
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    return volumes.create({ name: scratch.volumeName(), description: 'd', config: { 'user.a': '1' } })
  }
  const none = { compressionAlgorithm: 'none' }

  test('backups without a name are numbered, and are what was asked for', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const backup = await volume.backups.create({
      ...none,
      expiresAt: new Date('2030-01-02T03:04:05Z'),
      volumeOnly: true,
    })
    expect({ ...backup }).toMatchObject({
      name: 'backup0',
      expires_at: '2030-01-02T03:04:05Z',
      volume_only: true,
      optimized_storage: false,
    })
    expect(Date.parse(backup.created_at ?? '')).toBeGreaterThan(0)
    expect((await volume.backups.create(none)).name).toBe('backup1')
    expect((await volume.backups.all()).map(({ name }) => name).sort()).toEqual(['backup0', 'backup1'])
    const listed = (await volume.backups.all()).find(({ name }) => name === 'backup0')
    expect({ ...listed }).toEqual({ ...backup })
  })

  test('a format of the driver is ignored by dir', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    expect((await volume.backups.create({ ...none, optimizedStorage: true })).optimized_storage).toBe(false)
  })

  test('a backup is refused with an unknown compression or a slash in its name; a second of its name fails', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    await volume.backups.create({ ...none, name: 'b0' })
    const create = (parameters: object) => scratch.refusal(() => volume.backups.create(parameters))
    expect((await create({ compressionAlgorithm: 'bogus' })).status).toBe(400)
    expect((await create({ ...none, name: 'a/b' })).status).toBe(400)
    expect(await create({ ...none, name: 'b0' })).toEqual({
      status: 202,
      text: `Create volume backup: Backup "${volume.name}/b0" already exists`,
    })
  })

  test('a backup is renamed and deleted; one that does not exist is not found', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const backup = await volume.backups.create({ ...none, name: 'b0' })
    await backup.rename('b1')
    expect(backup.name).toBe('b1')
    expect(await volume.backups.exists('b0')).toBe(false)
    await backup.delete()
    const read = () => volume.backups.get('b1')
    expect(await scratch.refusal(read)).toEqual({ status: 404, text: 'Storage volume backup not found' })
    expect(isLxdNotFound(await read().catch((error: unknown) => error))).toBe(true)
  })

  test('an export is the same each time, has a length and a checksum, and can be read in parts', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const backup = await volume.backups.create({ ...none, name: 'b0' })
    const [one, other] = [await backup.export(), await backup.export()]
    const bytes = await new Response(one.stream).bytes()
    expect(bytes).toHaveLength(one.size ?? -1)
    expect(await new Response(other.stream).bytes()).toEqual(bytes)
    expect(await one.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await other.sha256).toBe(await one.sha256)
    const third = await backup.export()
    const buffer = new Uint8Array(bytes.length + 1)
    expect(await third.readInto(buffer.subarray(0, 100))).toBe(100)
    expect(await third.readInto(buffer.subarray(100))).toBe(bytes.length - 100)
    expect(buffer.subarray(0, bytes.length)).toEqual(bytes)
    expect(await third.sha256).toBe(await one.sha256)
    const part = await backup.export({ headers: { range: 'bytes=0-9' } })
    expect(part.status).toBe(206)
    expect(await new Response(part.stream).bytes()).toEqual(bytes.subarray(0, 10))
  })

  test('an export that is given up leaves the rest on the server', async () => {
    await using scratch = new Scratch(target)
    const volume = await volumeOf(scratch)
    const backup = await volume.backups.create({ ...none, name: 'b0' })
    const { stream, sha256 } = await backup.export()
    await stream.cancel('enough')
    await expect(sha256).rejects.toBe('enough')
  })

  test.each(target.btrfsPool === undefined ? [target.dirPool] : [target.dirPool, target.btrfsPool])(
    'an exported backup becomes a volume with its snapshots in %s',
    async (poolName) => {
      await using scratch = new Scratch(target)
      const source = await volumeOf(scratch)
      await source.snapshots.create({ name: 's1' })
      const exported = await (await source.backups.create(none)).export()
      const { volumes } = await scratch.lxd.storagePools.get(poolName)
      const name = scratch.volumeName()
      const { volume, sha256 } = await volumes.import(exported.stream, { name })
      expect(sha256).toBe(await exported.sha256)
      expect(volume).toMatchObject({ name, description: 'd', config: { 'user.a': '1' } })
      expect((await volume.snapshots.all()).map((snapshot) => snapshot.name)).toEqual(['s1'])
    },
  )

  test('an import under a name that is taken fails; without a name it takes the one in the backup', async () => {
    await using scratch = new Scratch(target)
    const source = await volumeOf(scratch)
    const bytes = await new Response((await (await source.backups.create(none)).export()).stream).bytes()
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    expect((await scratch.refusal(() => volumes.import(bytes, { name: source.name }))).status).toBe(202)
    await source.delete()
    await scratch.lxd.runOperation(() =>
      scratch.lxd.storagePoolVolumesTypePost({ poolName: target.dirPool, type: 'custom', rawBackup: bytes }),
    )
    expect(await volumes.exists('custom', source.name)).toBe(true)
  })

  test('an import of other bytes than expected is broken off, and makes no volume', async () => {
    await using scratch = new Scratch(target)
    const source = await volumeOf(scratch)
    const bytes = await new Response((await (await source.backups.create(none)).export()).stream).bytes()
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const name = scratch.volumeName()
    const wrong = volumes.import(bytes, { name, sha256: '0'.repeat(64) })
    await expect(wrong).rejects.toThrow(
      /^storagePoolVolumesTypePost: the bytes to import have the SHA-256 [0-9a-f]{64}, not 0{64}$/,
    )
    expect(await volumes.exists('custom', name)).toBe(false)
  })

  test.each([
    ['nothing', '', 'EOF'],
    ['garbage', 'garbage '.repeat(100), 'Unsupported compression'],
  ])('an import of %s is refused at once', async (_, body, text) => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    expect(await scratch.refusal(() => volumes.import(body, { name: scratch.volumeName() }))).toEqual({
      status: 500,
      text,
    })
  })
}
