import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { isLxdConflict, isLxdDangerError, isLxdNotFound, isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Projects. */
export function projectSuite(target: Target): void {
  test('a project without a word about features gets images, profiles and volumes of its own', async () => {
    await using scratch = new Scratch(target)
    const { projects } = scratch.lxd
    const name = await scratch.project()
    const project = await projects.get(name)
    expect(project).toMatchObject({
      name,
      description: '',
      config: { 'features.images': 'true', 'features.profiles': 'true', 'features.storage.volumes': 'true' },
      used_by: [`/1.0/profiles/default?project=${name}`],
    })
    expect(project.etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect((await projects.all()).map((one) => one.name)).toContain(name)
    expect(await projects.exists(name)).toBe(true)
    const again = await projects.create({ name }).catch((error: unknown) => error)
    expect(isLxdConflict(again)).toBe(true)
  })

  test('the PATCH of the server replaces the configuration; patch() does not', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.project({ 'user.a': '1' }, { description: 'kept' })
    const project = await scratch.lxd.projects.get(name)
    const before = { ...project.config }
    await project.patch({ config: { 'user.b': '2' } })
    expect(project).toMatchObject({ description: 'kept', config: { ...before, 'user.b': '2' } })
    await project.patch({ config: { 'user.b': '' } })
    expect(project.config).toEqual(before)
    await project.patch({ description: 'other' })
    expect(project).toMatchObject({ description: 'other', config: before })

    await project.rawPatch({ config: { 'user.c': '3' } })
    await project.rollback()
    expect(project).toMatchObject({ description: 'other', config: { 'user.c': '3' } })
    expect(Object.keys(project.config)).not.toContain('features.images')
  })

  test('save() is refused after a change by somebody else, and merges on request', async () => {
    await using scratch = new Scratch(target)
    const mine = await scratch.lxd.projects.get(await scratch.project())
    const [theirs] = (await scratch.lxd.projects.all()).filter(({ name }) => name === mine.name)
    if (theirs === undefined) throw new Error('the project is not listed')
    theirs.config['user.b'] = 'theirs'
    await theirs.save()
    mine.config['user.a'] = 'mine'
    expect(isLxdPreconditionFailed(await mine.save().catch((error: unknown) => error))).toBe(true)
    await mine.save({ onConflict: 'merge' })
    expect(mine.config).toMatchObject({ 'user.a': 'mine', 'user.b': 'theirs', 'features.images': 'true' })
  })

  test('an entry of a list is saved only when it still is what was listed', async () => {
    await using scratch = new Scratch(target)
    const name = await scratch.project()
    const [listed] = (await scratch.lxd.projects.all()).filter((project) => project.name === name)
    await (await scratch.lxd.projects.get(name)).patch({ description: 'newer' })
    if (listed === undefined) throw new Error('the project is not listed')
    listed.config['user.a'] = '1'
    expect(isLxdPreconditionFailed(await listed.save().catch((error: unknown) => error))).toBe(true)
    await listed.save({ onConflict: 'merge' })
    expect(listed).toMatchObject({ description: 'newer', config: { 'user.a': '1' } })
  })

  test('a project is renamed, and the object follows', async () => {
    await using scratch = new Scratch(target)
    const project = await scratch.lxd.projects.get(await scratch.project({ 'features.profiles': 'false' }))
    const name = scratch.name()
    scratch.undo(() => scratch.lxd.projectDelete({ projectName: name }))
    await project.rename(name)
    expect(project.name).toBe(name)
    await project.patch({ description: 'still the same object' })
  })

  test('the state of a project has its limits and what is used', async () => {
    await using scratch = new Scratch(target)
    const project = await scratch.lxd.projects.get(await scratch.project({ 'limits.containers': '3' }))
    const { resources } = await project.state.get()
    expect(resources['containers']).toEqual({ Limit: 3, Usage: 0 })
  })

  test('a project that holds volumes is not deleted: the server would forget them', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const name = await scratch.project()
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.name() }, { project: name })
    const project = await lxd.projects.get(name)
    const error = await project.delete().catch((error: unknown) => error)
    expect(isLxdDangerError(error) && error.message).toContain(`/volumes/custom/${volume.name}`)
    expect(isLxdDangerError(await lxd.projectDelete({ projectName: name }).catch((error: unknown) => error))).toBe(true)
    expect(await volumes.exists('custom', volume.name, { project: name })).toBe(true)
    await volume.delete()
    await project.delete()
    expect(await lxd.projects.exists(name)).toBe(false)
  })

  test('by force it is deleted: its volumes are forgotten, and what is left of them is in the way', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const name = await scratch.project()
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    await volumes.create({ name: 'v1' }, { project: name })
    await lxd.projectDelete({ projectName: name }, { force: true })
    await lxd.projects.create({ name })
    expect(await volumes.all({ project: name })).toEqual([])
    const path = `storage-pools/${target.dirPool}/custom/${name}_v1`
    const again = await scratch.refusal(() => volumes.create({ name: 'v1' }, { project: name }))
    expect(again.status).toBe(500)
    expect(again.text).toMatch(new RegExp(`^Volume path ".*/${path}" already exists$`))
    if (target.stateDirectory !== undefined) await rm(`${target.stateDirectory}/${path}`, { recursive: true })
  })

  test('a project whose default profile says something is not deleted, but by force', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const project = await lxd.projects.get(await scratch.project())
    const profile = await lxd.profiles.get('default', { project: project.name })
    await profile.patch({ config: { 'user.a': '1' } })
    expect(isLxdDangerError(await project.delete().catch((error: unknown) => error))).toBe(true)
    await project.delete({ force: true })
    expect(await lxd.projects.exists(project.name)).toBe(false)
  })

  test('the server itself refuses a project with volumes when it has no profiles of its own', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const name = await scratch.project({ 'features.profiles': 'false' })
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.name() }, { project: name })
    const remove = () => lxd.projectDelete({ projectName: name }, { force: true })
    expect(await scratch.refusal(remove)).toEqual({ status: 500, text: 'Only empty projects can be removed' })
    await volume.delete()
  })

  test('a project that does not exist is not found', async () => {
    await using scratch = new Scratch(target)
    const { projects } = scratch.lxd
    expect(await projects.exists('bogus')).toBe(false)
    expect(isLxdNotFound(await projects.get('bogus').catch((error: unknown) => error))).toBe(true)
  })
}
