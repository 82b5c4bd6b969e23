import { expect, test } from 'vitest'
import { isLxdApiError, isLxdConflict, isLxdNotFound, isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Instances: listing, creating, changing, starting and stopping. */
export function instanceSuite(target: Target): void {
  const source = { type: 'image', alias: target.image }
  const devices = { root: { type: 'disk', path: '/', pool: target.dirPool } }
  const rooted = { profiles: [], devices }

  test('an instance is created from the name of an image, and is what was asked for', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.instanceName()
    const config = { 'user.a': '1' }
    const instance = await scratch.lxd.instances.create({ ...rooted, name, source, config, description: 'd' })
    expect({ ...instance }).toMatchObject({
      name,
      type: 'container',
      status: 'Stopped',
      description: 'd',
      profiles: [],
      devices,
      config,
      ephemeral: false,
    })
    expect(instance.last_used_at).toBeUndefined()
    expect(await scratch.lxd.instances.exists(name)).toBe(true)
  })

  test('an instance is created from a fingerprint, and started, with a name that the server makes up', async () => {
    await using scratch = new Scratch(target)
    const { fingerprint } = await scratch.lxd.images.getByAlias(target.image)
    const definition = { ...rooted, source: { type: 'image', fingerprint }, start: true }
    const instance = await scratch.lxd.instances.create(definition)
    scratch.undo(() => instance.delete({ force: true }))
    expect(instance.name).toMatch(/^[a-z-]+$/)
    expect(instance.status).toBe('Running')
  })

  test('an instance is created of nothing', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.instanceName()
    const instance = await scratch.lxd.instances.create({ ...rooted, name, source: { type: 'none' } })
    expect(instance).toMatchObject({ name, status: 'Stopped' })
  })

  test('an instance is not created without its image, without a root disk, or twice', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.instanceName()
    const { instances } = scratch.lxd
    const missing = instances.create({ ...rooted, name, source: { type: 'image', alias: 'no-such-image' } })
    expect(isLxdNotFound(await missing.catch((error: unknown) => error))).toBe(true)
    const rootless = () => instances.create({ name, source, profiles: [] })
    expect(await scratch.refusal(rootless)).toMatchObject({ status: 202, text: expect.stringMatching(/root disk/) })
    await instances.create({ ...rooted, name, source })
    expect((await scratch.refusal(() => instances.create({ ...rooted, name, source }))).status).toBe(202)
  })

  test('instances are listed with one request, by type, by filter, and with all that belongs to them', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.instance()
    const instance = await scratch.lxd.instances.get(name)
    await instance.snapshots.create({ name: 's1' })
    const requests: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ operation }) => requests.push(operation) } })
    const [listed] = (await lxd.instances.all()).filter((item) => item.name === name)
    expect({ ...listed }).toEqual({ ...instance })
    expect((await lxd.instances.all({ type: 'virtual-machine' })).map((item) => item.name)).not.toContain(name)
    expect((await lxd.instances.all({ filter: `name eq ${name}` })).map((item) => item.name)).toEqual([name])
    const [full] = (await lxd.instances.allFull({ allProjects: true })).filter((item) => item.name === name)
    expect(full).toMatchObject({ state: { status: 'Stopped' }, backups: [], snapshots: [{ name: 's1' }] })
    expect(requests).toEqual([
      'instancesGetRecursion1',
      'instancesGetRecursion1',
      'instancesGetRecursion1',
      'instancesGetRecursion2',
    ])
    expect(await scratch.lxd.instanceGetRecursion1({ instanceName: name })).toMatchObject({
      snapshots: [{ name: 's1' }],
    })
  })

  test('what does not exist is not found', async () => {
    await using scratch = new Scratch(target)
    expect(await scratch.lxd.instances.exists('no-such-instance')).toBe(false)
    const error = await scratch.lxd.instances.get('no-such-instance').catch((error: unknown) => error)
    expect(isLxdNotFound(error)).toBe(true)
  })

  test('save and patch change what they name, and keep description, profiles and what the server keeps', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.lxd.instances.get(await scratch.instance({ description: 'd' }))
    const before = { ...instance.config }
    await instance.patch({ config: { 'user.a': '1' } })
    expect(instance.description).toBe('d')
    await instance.patch({ config: { 'user.a': '' }, description: 'e' })
    expect(instance).toMatchObject({ description: 'e', config: before })
    instance.config['user.b'] = '2'
    instance.description = 'f'
    await instance.save()
    const read = await scratch.lxd.instances.get(instance.name)
    expect(read).toMatchObject({ description: 'f', config: { ...before, 'user.b': '2' }, devices: instance.devices })
    await instance.put({ ...instance, description: 'g' })
    expect(instance.description).toBe('g')
    await instance.rawPatch({ config: { 'user.c': '3' } })
    await instance.rawPut({ ...instance, description: 'h' })
    await instance.sync()
    expect(instance.description).toBe('h')
    instance.description = 'forgotten'
    await instance.rollback()
    expect(instance.description).toBe('h')
  })

  test("the server's own PATCH empties the description", async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.lxd.instances.get(await scratch.instance({ description: 'd' }))
    await instance.rawPatch({ config: { 'user.a': '1' } })
    await instance.rollback()
    expect(instance.description).toBe('')
  })

  test('a change made in between is a conflict, or merged on request', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.instance()
    const [mine, theirs] = [await scratch.lxd.instances.get(name), await scratch.lxd.instances.get(name)]
    await theirs.patch({ config: { 'user.theirs': '1' } })
    mine.config['user.mine'] = '1'
    expect(isLxdPreconditionFailed(await mine.save().catch((error: unknown) => error))).toBe(true)
    await mine.save({ onConflict: 'merge' })
    expect(mine.config).toMatchObject({ 'user.mine': '1', 'user.theirs': '1' })
    const [listed] = await scratch.lxd.instances.all({ filter: `name eq ${name}` })
    await theirs.patch({ config: { 'user.theirs': '2' } }, { unconditional: true })
    expect(isLxdPreconditionFailed(await listed?.save().catch((error: unknown) => error))).toBe(true)
  })

  test('an instance is started, frozen, unfrozen, restarted and stopped, with one wait each', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.instance()
    const requests: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ operation }) => requests.push(operation) } })
    const instance = await lxd.instances.get(name)
    await instance.start()
    expect(requests.splice(0)).toEqual([
      'instanceGet',
      'eventsGet',
      'instanceStatePut',
      'operationWaitGet',
      'instanceGet',
    ])
    expect(instance.status).toBe('Running')
    const state = await instance.state()
    expect(state).toMatchObject({ status: 'Running' })
    expect(state.pid).toBeGreaterThan(0)
    requests.length = 0
    await instance.freeze()
    expect(requests).toEqual(['instanceStatePut', 'operationWaitGet', 'instanceGet'])
    expect(instance.status).toBe('Frozen')
    await instance.unfreeze()
    expect(instance.status).toBe('Running')
    await instance.restart({ force: true })
    expect(instance.status).toBe('Running')
    expect((await instance.state()).pid).not.toBe(state.pid)
    await instance.save()
    await instance.stop({ force: true })
    expect(instance.status).toBe('Stopped')
  })

  test('an instance that is asked to shut down does so', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    await instance.stop({ shutdownTimeoutMs: 20_000 })
    expect(instance.status).toBe('Stopped')
  }, 30_000)

  test('what is so already is an error of the operation', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    expect((await scratch.refusal(() => instance.start())).status).toBe(202)
    await instance.stop({ force: true })
    expect((await scratch.refusal(() => instance.stop({ force: true }))).status).toBe(202)
  })

  test('every instance of a project is stopped with one request', async () => {
    await using scratch = new Scratch(target)
    const project = await scratch.project({ 'features.images': 'false', 'features.profiles': 'false' })
    const lxd = scratch.lxd.with({ project })
    const names = [scratch.instanceName(project), scratch.instanceName(project)]
    for (const name of names) await lxd.instances.create({ ...rooted, name, source, start: true })
    await lxd.instances.changeAll('stop', { force: true })
    expect((await lxd.instances.all()).map(({ status }) => status)).toEqual(['Stopped', 'Stopped'])
    expect((await lxd.instances.all({ allProjects: true })).filter(({ project: own }) => own === project).length).toBe(
      2,
    )
  })

  test('an ephemeral instance is gone when it has stopped', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running({ ephemeral: true })
    await instance.stop({ force: true })
    expect(await scratch.lxd.instances.exists(instance.name)).toBe(false)
    const other = await scratch.running({ ephemeral: true })
    await other.delete({ force: true })
    expect(await scratch.lxd.instances.exists(other.name)).toBe(false)
  })

  test('a running instance is deleted only by force', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    const error = await instance.delete().catch((error: unknown) => error)
    expect(isLxdApiError(error) && error.status).toBe(400)
    await instance.delete({ force: true })
    expect(await scratch.lxd.instances.exists(instance.name)).toBe(false)
  })

  test('an instance is renamed when it is stopped, and to a name that is free', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    const renamed = scratch.instanceName()
    expect((await scratch.refusal(() => instance.rename(renamed))).status).toBe(202)
    await instance.stop({ force: true })
    const other = await scratch.instance()
    expect(isLxdConflict(await instance.rename(other).catch((error: unknown) => error))).toBe(true)
    await instance.rename(renamed)
    expect(instance.name).toBe(renamed)
    await instance.patch({ description: 'of the new name' })
    expect((await scratch.lxd.instances.get(renamed)).description).toBe('of the new name')
  })
}
