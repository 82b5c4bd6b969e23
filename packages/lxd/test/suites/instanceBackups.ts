import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isLxdNotFound } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Backups of instances: making, exporting, importing; and images made of instances. */
export function instanceBackupSuite(target: Target): void {
  const none = { compressionAlgorithm: 'none' }
  const instanceOf = async (scratch: Scratch) => scratch.lxd.instances.get(await scratch.instance({ description: 'd' }))

  test('backups are numbered, listed, renamed and deleted', async () => {
    await using scratch = new Scratch(target)
    const instance = await instanceOf(scratch)
    const expiresAt = new Date('2030-01-02T03:04:05Z')
    const backup = await instance.backups.create({ ...none, instanceOnly: true, expiresAt })
    expect(backup).toMatchObject({ name: 'backup0', instance_only: true, expires_at: '2030-01-02T03:04:05Z' })
    expect((await instance.backups.create(none)).name).toBe('backup1')
    expect((await instance.backups.all()).map(({ name }) => name).sort()).toEqual(['backup0', 'backup1'])
    expect((await scratch.refusal(() => instance.backups.create({ ...none, name: 'backup0' }))).status).toBe(202)
    await backup.rename('b1')
    expect(backup.name).toBe('b1')
    await backup.delete()
    expect(await instance.backups.exists('b1')).toBe(false)
    expect(isLxdNotFound(await instance.backups.get('b1').catch((error: unknown) => error))).toBe(true)
  })

  test('a backup is exported, twice the same, and becomes an instance with snapshots again', async () => {
    await using scratch = new Scratch(target)
    const instance = await instanceOf(scratch)
    await instance.snapshots.create({ name: 's1' })
    await instance.files.put('/var/text', 'kept')
    const backup = await instance.backups.create(none)
    const exported = await backup.export()
    const bytes = await new Response(exported.stream).bytes()
    expect(bytes.byteLength).toBe(exported.size)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(await exported.sha256)

    const again = await backup.export()
    const name = scratch.instanceName()
    const parameters = { name, pool: target.btrfsPool ?? target.dirPool }
    const imported = await scratch.lxd.instances.import(again.stream, parameters)
    expect(imported.sha256).toBe(await exported.sha256)
    expect(imported.instance).toMatchObject({ name, description: 'd', devices: { root: { pool: parameters.pool } } })
    expect((await imported.instance.snapshots.all()).map((snapshot) => snapshot.name)).toEqual(['s1'])
    const file = await imported.instance.files.get('/var/text')
    expect(file.type === 'file' && (await new Response(file.stream).text())).toBe('kept')
    expect((await scratch.refusal(() => scratch.lxd.instances.import(bytes, { name }))).status).toBe(202)
  })

  test('an import of other bytes than expected is broken off, and makes no instance', async () => {
    await using scratch = new Scratch(target)
    const instance = await instanceOf(scratch)
    const bytes = await new Response((await (await instance.backups.create(none)).export()).stream).bytes()
    const name = scratch.instanceName()
    const wrong = scratch.lxd.instances.import(bytes, { name, sha256: '0'.repeat(64) })
    await expect(wrong).rejects.toThrow(/^instancesPost: the bytes to import have the SHA-256 [0-9a-f]{64}, not 0{64}$/)
    expect(await scratch.lxd.instances.exists(name)).toBe(false)
  })

  test('an instance, and a snapshot, become images', async () => {
    await using scratch = new Scratch(target)
    const instance = await instanceOf(scratch)
    await instance.files.put('/var/text', scratch.name())
    const alias = scratch.name()
    const image = await instance.publish({
      compressionAlgorithm: 'none',
      public: true,
      properties: { color: 'blue' },
      aliases: [{ name: alias, description: 'd' }],
      expiresAt: new Date('2030-01-02T03:04:05Z'),
    })
    scratch.undo(() => image.delete())
    expect(image).toMatchObject({
      public: true,
      aliases: [{ name: alias, description: 'd' }],
      expires_at: '2030-01-02T03:04:05Z',
    })
    expect(image.properties).toMatchObject({ color: 'blue' })
    await instance.files.put('/var/text', 'of the snapshot')
    const published = await (await instance.snapshots.create({ name: 's1' })).publish(none)
    scratch.undo(() => published.delete())
    expect(published.fingerprint).not.toBe(image.fingerprint)
  })

  test('a running instance does not become an image', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    expect((await scratch.refusal(() => instance.publish(none))).text).toMatch(/running/i)
  })
}
