import { expect, test } from 'vitest'
import { isLxdNotFound, isLxdPreconditionFailed } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Profiles. */
export function profileSuite(target: Target): void {
  const make = async (scratch: Scratch, definition: object = {}) => {
    const name = scratch.name()
    scratch.undo(() => scratch.lxd.profileDelete({ profileName: name }))
    return scratch.lxd.profiles.create({ name, ...definition })
  }

  test('a profile is created, listed and read', async () => {
    await using scratch = new Scratch(target)
    const devices = { eth0: { type: 'none' } }
    const profile = await make(scratch, { description: 'd', config: { 'user.a': '1' }, devices })
    expect({ ...profile }).toMatchObject({ description: 'd', config: { 'user.a': '1' }, devices, used_by: [] })
    expect(profile.etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect((await scratch.lxd.profiles.all()).map(({ name }) => name)).toContain(profile.name)
    expect(await scratch.lxd.profiles.exists(profile.name)).toBe(true)
    expect(await scratch.lxd.profilesGet()).toContain(`/1.0/profiles/${profile.name}`)
  })

  test('a second profile of the same name is an internal error', async () => {
    await using scratch = new Scratch(target)
    const { name } = await make(scratch)
    const { status, text } = await scratch.refusal(() => scratch.lxd.profilesPost({ name }))
    expect(status).toBe(500)
    expect(text).toContain('already exists')
  })

  test('put replaces, patch changes what is named and keeps the rest, the description too', async () => {
    await using scratch = new Scratch(target)
    const eth0 = { type: 'none' }
    const profile = await make(scratch, { description: 'd', config: { 'user.a': '1' }, devices: { eth0 } })
    await profile.patch({ config: { 'user.b': '2' } })
    expect(profile).toMatchObject({ description: 'd', config: { 'user.a': '1', 'user.b': '2' }, devices: { eth0 } })
    await profile.rawPatch({ config: { 'user.b': '' } })
    await profile.rollback()
    expect(profile).toMatchObject({ description: 'd', config: { 'user.a': '1' }, devices: { eth0 } })
    await profile.put({ config: { 'user.c': '3' } })
    expect(profile).toMatchObject({ description: '', config: { 'user.c': '3' }, devices: {} })
  })

  test('save() is refused after a change by somebody else, and merges devices on request', async () => {
    await using scratch = new Scratch(target)
    const mine = await make(scratch)
    const theirs = await scratch.lxd.profiles.get(mine.name)
    theirs.devices['eth0'] = { type: 'none' }
    await theirs.save()
    mine.devices['eth1'] = { type: 'none' }
    expect(isLxdPreconditionFailed(await mine.save().catch((error: unknown) => error))).toBe(true)
    await mine.save({ onConflict: 'merge' })
    expect(Object.keys(mine.devices).sort()).toEqual(['eth0', 'eth1'])
  })

  test('a profile is renamed, and the object follows', async () => {
    await using scratch = new Scratch(target)
    const profile = await make(scratch)
    const name = scratch.name()
    scratch.undo(() => scratch.lxd.profileDelete({ profileName: name }))
    await profile.rename(name)
    expect(profile.name).toBe(name)
    await profile.patch({ description: 'still the same object' })
  })

  test('a project has profiles of its own', async () => {
    await using scratch = new Scratch(target)
    const { profiles } = scratch.lxd
    const project = await scratch.project()
    const profile = await profiles.create({ name: scratch.name() }, { project })
    expect((await profiles.all({ project })).map(({ name }) => name).sort()).toEqual(['default', profile.name].sort())
    expect(await profiles.exists(profile.name)).toBe(false)
    await profile.patch({ description: 'in its project' })
    await profile.delete()
    expect(isLxdNotFound(await profiles.get(profile.name, { project }).catch((error: unknown) => error))).toBe(true)
  })

  test('a profile in use is not deleted, and the default profile never', async () => {
    await using scratch = new Scratch(target)
    const profile = await make(scratch)
    const instance = await scratch.instance({ profiles: [profile.name] })
    await profile.sync()
    expect(profile.used_by).toEqual([`/1.0/instances/${instance}`])
    expect(await scratch.refusal(() => profile.delete())).toEqual({ status: 500, text: 'Profile is currently in use' })
    expect((await scratch.refusal(() => scratch.lxd.profileDelete({ profileName: 'default' }))).status).toBe(403)
  })
}
