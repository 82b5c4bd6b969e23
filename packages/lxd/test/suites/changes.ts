import { test } from 'vitest'
import { changeEveryWay } from './changeEveryWay.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Every way to change an object, on every kind of object. */
export function changeSuite(target: Target): void {
  const volumeOf = async (scratch: Scratch) => {
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    return volumes.create({ name: scratch.volumeName() })
  }

  test('a pool is changed in every way', async () => {
    await using scratch = new Scratch(target)
    await changeEveryWay(await scratch.lxd.storagePools.create({ name: scratch.poolName(), driver: 'dir' }))
  })

  test('a volume is changed in every way', async () => {
    await using scratch = new Scratch(target)
    await changeEveryWay(await volumeOf(scratch))
  })

  test('a snapshot of a volume is changed in every way', async () => {
    await using scratch = new Scratch(target)
    await changeEveryWay(await (await volumeOf(scratch)).snapshots.create())
  })

  test('an instance is changed in every way', async () => {
    await using scratch = new Scratch(target)
    await changeEveryWay(await scratch.lxd.instances.get(await scratch.instance({ source: { type: 'none' } })))
  })

  test('a profile is changed in every way', async () => {
    await using scratch = new Scratch(target)
    const profileName = scratch.name()
    scratch.undo(() => scratch.lxd.profileDelete({ profileName }))
    await changeEveryWay(await scratch.lxd.profiles.create({ name: profileName }))
  })

  test('a project is changed in every way', async () => {
    await using scratch = new Scratch(target)
    await changeEveryWay(await scratch.lxd.projects.get(await scratch.project()))
  })
}
