import { expect, test } from 'vitest'
import type { LxdStoragePool } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Storage pools: how they are listed, who uses them, and what keeps them from being deleted. */
export function storagePoolUseSuite(target: Target): void {
  const withBtrfs = test.skipIf(target.btrfsPool === undefined)
  const inUse = { status: 400, text: 'The storage pool is currently in use' }
  const poolIn = (scratch: Scratch, driver = 'dir', config = {}) =>
    scratch.lxd.storagePools.create({ name: scratch.poolName(), driver, config })
  const rootIn = ({ name }: LxdStoragePool) => ({ root: { type: 'disk', path: '/', pool: name } })

  test('the drivers of the server are those whose tools it has', async () => {
    await using scratch = new Scratch(target)
    const { environment } = await scratch.lxd.server.get()
    expect(environment?.storage_supported_drivers).toContainEqual(
      expect.objectContaining({ Name: 'dir', Version: expect.any(String), Remote: false }),
    )
  })

  test('a deeper list is the same, and a filter is ignored', async () => {
    await using scratch = new Scratch(target)
    const list = async (query: string) => {
      const read = (answer: { text(): Promise<string> }) => answer.text()
      const request = { operation: 'raw', method: 'GET', path: `/1.0/storage-pools?${query}`, idempotent: true, read }
      const { metadata } = JSON.parse(await scratch.lxd.transport.send(request)) as { metadata: { name: string }[] }
      return metadata.map(({ name }) => name)
    }
    const { btrfsPool, dirPool } = target
    const mine = [dirPool, btrfsPool].filter((name) => name !== undefined)
    for (const query of ['recursion=1', 'recursion=2', 'recursion=1&filter=name%20eq%20bogus']) {
      expect(await list(query)).toEqual(expect.arrayContaining(mine))
    }
  })

  test('a profile keeps its pool from being deleted', async () => {
    await using scratch = new Scratch(target)
    const pool = await poolIn(scratch)
    const project = await scratch.project()
    const name = scratch.name()
    const profile = await scratch.lxd.profiles.create({ name, devices: rootIn(pool) }, { project })
    await pool.sync()
    expect(pool.used_by).toEqual([`/1.0/profiles/${name}?project=${project}`])
    expect(await scratch.refusal(() => pool.delete())).toEqual(inUse)
    await profile.delete()
    await pool.delete()
  })

  test('an instance keeps its pool from being deleted', async () => {
    await using scratch = new Scratch(target)
    const pool = await poolIn(scratch)
    const instance = await scratch.instance({ devices: rootIn(pool), source: { type: 'none' } })
    await pool.sync()
    expect(pool.used_by).toEqual([`/1.0/instances/${instance}`])
    expect(await scratch.refusal(() => pool.delete())).toEqual(inUse)
    await (await scratch.lxd.instances.get(instance)).delete()
    await pool.delete()
  })

  withBtrfs('the cached images of a pool are deleted with it', async () => {
    await using scratch = new Scratch(target)
    const pool = await poolIn(scratch, 'btrfs', { size: '256MiB' })
    const instance = await scratch.lxd.instances.get(await scratch.instance({ devices: rootIn(pool) }))
    await instance.delete()
    const { fingerprint } = await scratch.lxd.images.getByAlias(target.image)
    await pool.sync()
    expect(pool.used_by).toEqual([`/1.0/images/${fingerprint}`])
    expect(await pool.volumes.all()).toMatchObject([{ type: 'image', name: fingerprint }])
    await pool.delete()
    expect(await scratch.lxd.images.exists(fingerprint)).toBe(true)
  })
}
