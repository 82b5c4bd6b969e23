import { expect, test } from 'vitest'
import { isLxdExtensionError, isLxdNotFound } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Volumes in projects, and what LXD 5.0 does not have. */
export function storageProjectSuite(target: Target): void {
  const dir = { poolName: target.dirPool, type: 'custom' }

  test('a project has volumes of its own', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const project = await scratch.project()
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const name = scratch.volumeName(project)
    await volumes.create({ name, description: 'in default' })
    const volume = await volumes.create({ name, description: 'in a project' }, { project })
    scratch.undo(() => lxd.storagePoolVolumeTypeDelete({ ...dir, volumeName: name }))
    expect(volume).toMatchObject({ project, description: 'in a project' })
    expect(await lxd.storagePoolVolumesTypeGet({ ...dir, project })).toEqual([
      `/1.0/storage-pools/${target.dirPool}/volumes/custom/${name}?project=${project}`,
    ])
    expect(await volumes.get('custom', name)).toMatchObject({ project: 'default', description: 'in default' })
  })

  test('a client for a project works in it', async () => {
    await using scratch = new Scratch(target)
    const project = await scratch.project()
    const lxd = scratch.lxd.with({ project })
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName(project) })
    expect(volume.project).toBe(project)
    await volume.snapshots.create({ name: 's1' })
    expect((await volumes.all()).map(({ name }) => name)).toEqual([volume.name])
  })

  test('volumes of all projects are listed with one request, each knowing its own', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const project = await scratch.project()
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    await volumes.create({ name: scratch.volumeName(project) }, { project })
    const own = await scratch.volume()
    const all = await volumes.all({ allProjects: true, type: 'custom' })
    const mine = all.filter((volume) => volume.project === project || volume.name === own)
    expect(mine.map((volume) => volume.project).sort()).toEqual(['default', project].sort())
    for (const volume of mine) await volume.patch({ description: 'found again' })
    const both = () => lxd.storagePoolVolumesTypeGet({ ...dir, project, allProjects: true })
    expect((await scratch.refusal(both)).status).toBe(400)
  })

  test('a project without volumes of its own uses those of the default project', async () => {
    await using scratch = new Scratch(target)
    const project = await scratch.project({ 'features.storage.volumes': 'false' })
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.create({ name: scratch.volumeName() }, { project })
    expect(volume.project).toBe('default')
    await volume.patch({ description: 'shared' })
    expect(await volumes.get('custom', volume.name)).toMatchObject({ description: 'shared' })
  })

  test('a project that does not exist is not found', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const { volumes } = await lxd.storagePools.get(target.dirPool)
    const read = () => lxd.storagePoolVolumesTypeGet({ ...dir, project: 'bogus' })
    expect(await scratch.refusal(read)).toEqual({ status: 404, text: 'Project not found' })
    const create = () => volumes.create({ name: scratch.name() }, { project: 'bogus' })
    expect(await scratch.refusal(create)).toEqual({
      status: 404,
      text: 'Failed to load project "bogus": Project not found',
    })
    expect(isLxdNotFound(await volumes.all({ project: 'bogus' }).catch((error: unknown) => error))).toBe(true)
  })

  test('what the server lacks is told by its extension, before it is asked for', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const calls = [
      () => lxd.storagePoolBucketsGet({ poolName: target.dirPool }),
      () => lxd.storageVolumesGet(),
      async () => (await lxd.storagePools.get(target.dirPool)).buckets.all(),
      async () =>
        (await lxd.storagePools.get(target.dirPool)).volumes.import('x', { name: 'x', rawType: 'iso' as const }),
    ]
    for (const call of calls) expect(isLxdExtensionError(await call().catch((error: unknown) => error))).toBe(true)
    expect(await lxd.hasApiExtension('storage_buckets')).toBe(false)
    expect(await lxd.hasApiExtension('storage')).toBe(true)
    await expect(lxd.assertHasApiExtension('storage_buckets')).rejects.toThrow(
      /lacks the API extension storage_buckets/,
    )
    expect((await scratch.raw('PUT', `/1.0/storage-pools/${target.dirPool}/buckets`, '{}')).status).toBe(404)
  })
}
