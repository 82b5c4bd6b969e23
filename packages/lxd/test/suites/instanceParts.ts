import { expect, test } from 'vitest'
import { isLxdConflict, isLxdNotFound, isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Snapshots, logs, metadata and templates of instances. */
export function instancePartSuite(target: Target): void {
  const textOf = async (stream: ReadableStream) => new Response(stream).text()

  test('snapshots are taken, listed, renamed, given an end, and deleted', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.lxd.instances.get(await scratch.instance())
    const first = await instance.snapshots.create()
    expect(first).toMatchObject({ name: 'snap0', stateful: false, architecture: instance.architecture })
    expect(Date.parse(first.created_at ?? '')).toBeGreaterThan(0)
    const second = await instance.snapshots.create({ expiresAt: new Date('2030-01-02T03:04:05Z') })
    expect(second).toMatchObject({ name: 'snap1', expires_at: '2030-01-02T03:04:05Z' })
    expect((await instance.snapshots.all()).map(({ name }) => name)).toEqual(['snap0', 'snap1'])
    await second.rename('s2')
    expect(second.name).toBe('s2')
    expect(isLxdConflict(await second.rename('snap0').catch((error: unknown) => error))).toBe(true)
    await second.patch({ expires_at: '2031-01-02T03:04:05Z' })
    expect((await instance.snapshots.get('s2')).expires_at).toBe('2031-01-02T03:04:05Z')
    await first.delete()
    expect(await instance.snapshots.exists('snap0')).toBe(false)
    expect(isLxdNotFound(await first.delete().catch((error: unknown) => error))).toBe(true)
  })

  test('a name that is taken fails, and unnamed snapshots at the same time all get one', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.lxd.instances.get(await scratch.instance())
    await instance.snapshots.create({ name: 's1' })
    expect((await scratch.refusal(() => instance.snapshots.create({ name: 's1' }))).status).toBe(202)
    const taken = await Promise.all([1, 2, 3].map(() => instance.snapshots.create()))
    expect(taken.map(({ name }) => name).sort()).toEqual(['snap0', 'snap1', 'snap2'])
  })

  test('a snapshot changed in between is a conflict', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.lxd.instances.get(await scratch.instance())
    const mine = await instance.snapshots.create({ name: 's1' })
    await (await instance.snapshots.get('s1')).patch({ expires_at: '2030-01-01T00:00:00Z' })
    mine.expires_at = '2031-01-01T00:00:00Z'
    expect(isLxdPreconditionFailed(await mine.save().catch((error: unknown) => error))).toBe(true)
  })

  test('an instance becomes what it was when a snapshot was taken', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.lxd.instances.get(await scratch.instance({ config: { 'user.a': 'before' } }))
    await instance.files.put('/var/text', 'before')
    const snapshot = await instance.snapshots.create({ name: 's1' })
    const change = async () => {
      await instance.files.put('/var/text', 'after')
      await instance.patch({ config: { 'user.a': 'after' } })
    }
    const text = async () => {
      const file = await instance.files.get('/var/text')
      return file.type === 'file' ? textOf(file.stream) : file.type
    }
    await change()
    await snapshot.restore()
    expect(await text()).toBe('before')
    await instance.rollback()
    await change()
    await instance.restoreSnapshot('s1')
    expect(await text()).toBe('before')
    expect(instance.config['user.a']).toBe('before')
    expect((await scratch.refusal(() => instance.restoreSnapshot('no-such-snapshot'))).status).toBe(202)
  })

  test('an instance is copied with its snapshots, configuration and profiles, and from a snapshot', async () => {
    await using scratch = new Scratch(target)
    const config = { 'user.a': '1' }
    const instance = await scratch.lxd.instances.get(await scratch.instance({ description: 'd', config }))
    await instance.files.put('/var/text', 'of the snapshot')
    const snapshot = await instance.snapshots.create({ name: 's1' })
    await instance.files.put('/var/text', 'of the instance')

    const copy = await instance.copy(scratch.instanceName(), { config: { 'user.b': '2' } })
    expect(copy).toMatchObject({ description: 'd', config: { ...config, 'user.b': '2' }, devices: instance.devices })
    expect((await copy.snapshots.all()).map(({ name }) => name)).toEqual(['s1'])
    const alone = await instance.copy(scratch.instanceName(), { instanceOnly: true, description: 'alone' })
    expect(alone.description).toBe('alone')
    expect(await alone.snapshots.all()).toEqual([])

    const name = scratch.instanceName()
    const old = await snapshot.copy(name)
    const file = await old.files.get('/var/text')
    expect(file.type === 'file' && (await textOf(file.stream))).toBe('of the snapshot')
    expect(old.config).toMatchObject(config)

    const source = { type: 'copy', source: instance.name }
    const created = await scratch.lxd.instances.create({ name: scratch.instanceName(), source })
    expect(created).toMatchObject({ config, devices: instance.devices })
    await instance.files.put('/var/text', 'newer')
    await instance.copy(name, { refresh: true, instanceOnly: true })
    const refreshed = await old.files.get('/var/text')
    expect(refreshed.type === 'file' && (await textOf(refreshed.stream))).toBe('newer')
  })

  test.skipIf(target.btrfsPool === undefined)(
    'an instance is copied and moved to another pool and project',
    async () => {
      await using scratch = new Scratch(target)
      const pool = target.btrfsPool ?? ''
      const instance = await scratch.lxd.instances.get(await scratch.instance())
      await instance.snapshots.create({ name: 's1' })
      const copy = await instance.copy(scratch.instanceName(), { pool })
      expect(copy.devices['root']).toMatchObject({ pool })
      await instance.rename(instance.name, { pool })
      expect(instance.devices['root']).toMatchObject({ pool })
      expect((await instance.snapshots.all()).map(({ name }) => name)).toEqual(['s1'])

      const project = await scratch.project({ 'features.images': 'false', 'features.profiles': 'false' })
      const name = scratch.instanceName(project)
      const other = await copy.copy(name, { newProject: project })
      expect(other.project).toBe(project)
      await other.delete()
      await copy.rename(name, { newProject: project })
      expect(copy).toMatchObject({ name, project })
      await copy.patch({ description: 'in its project' })
      expect((await scratch.lxd.instances.get(name, { project })).description).toBe('in its project')
    },
  )

  test('logs are listed, read and deleted', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    expect(await instance.logs.all()).toEqual(expect.arrayContaining(['lxc.conf', 'lxc.log']))
    expect(await textOf((await instance.logs.get('lxc.conf')).stream)).toContain('lxc.log.level')
    expect((await scratch.refusal(() => instance.logs.get('no-such.log'))).status).toBe(400)
    expect((await scratch.refusal(() => instance.logs.delete('lxc.conf'))).status).toBe(400)
  })

  test('metadata is read, changed and guarded', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.lxd.instances.get(await scratch.instance())
    const metadata = await instance.metadata.get()
    const other = await instance.metadata.get()
    const { properties } = metadata
    await metadata.patch({ properties: { ...properties, color: 'blue' } })
    expect((await instance.metadata.get()).properties).toEqual({ ...properties, color: 'blue' })
    other.expiry_date = 2_000_000_000
    expect(isLxdPreconditionFailed(await other.save().catch((error: unknown) => error))).toBe(true)
    await other.save({ onConflict: 'merge' })
    expect(other).toMatchObject({ expiry_date: 2_000_000_000, properties: { ...properties, color: 'blue' } })
  })

  test('templates are written, listed, read and deleted', async () => {
    await using scratch = new Scratch(target)
    const { templates } = await scratch.lxd.instances.get(await scratch.instance())
    expect(await templates.all()).toEqual([])
    await templates.put('hosts.tpl', '127.0.0.1 {{ instance.name }}\n')
    expect(await templates.all()).toEqual(['hosts.tpl'])
    expect(await templates.get('hosts.tpl')).toBe('127.0.0.1 {{ instance.name }}\n')
    await templates.delete('hosts.tpl')
    expect(isLxdNotFound(await templates.get('hosts.tpl').catch((error: unknown) => error))).toBe(true)
  })
}
