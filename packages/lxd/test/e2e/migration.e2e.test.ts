import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lxd, LxdStoragePool } from '../../src/index.js'
import { PrivateDaemon } from './PrivateDaemon.js'
import { skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)('volumes between two real daemons', () => {
  let daemons: PrivateDaemon[] = []
  let source: Lxd
  let target: Lxd
  let from: LxdStoragePool
  let to: LxdStoragePool

  beforeAll(async () => {
    daemons = [await PrivateDaemon.start(), await PrivateDaemon.start()]
    for (const daemon of daemons) await daemon.listen()
    const [one, other] = daemons.map((daemon) => daemon.connect())
    if (one === undefined || other === undefined) throw new Error('unreachable')
    source = one
    target = other
    from = await source.storagePools.get('p1')
    to = await target.storagePools.get('p1')
  }, 60_000)

  afterAll(async () => {
    for (const daemon of daemons) await daemon[Symbol.asyncDispose]()
  }, 60_000)

  test.each(['pull', 'push'] as const)(
    'a volume is moved by %s, with snapshots, configuration and description',
    async (mode) => {
      const volume = await from.volumes.create({ name: `move-${mode}`, description: 'd', config: { 'user.a': '1' } })
      await volume.snapshots.create({ name: 's1' })
      await volume.rename(`moved-${mode}`, { pool: to, mode })
      expect(volume).toMatchObject({ name: `moved-${mode}`, description: 'd', config: { 'user.a': '1' } })
      expect((await volume.snapshots.all()).map(({ name }) => name)).toEqual(['s1'])
      expect(await from.volumes.exists('custom', `move-${mode}`)).toBe(false)
      expect(await to.volumes.exists('custom', `moved-${mode}`)).toBe(true)
      await volume.patch({ description: 'on its new server' })
      await volume.delete()
      expect(await to.volumes.exists('custom', `moved-${mode}`)).toBe(false)
    },
  )

  test('a volume is copied, and stays where it is', async () => {
    const volume = await from.volumes.create({ name: 'copy', config: { 'user.a': '1' } })
    await volume.snapshots.create({ name: 's1' })
    const copy = await volume.copy('copied', { pool: to, description: 'own', volumeOnly: true })
    expect(copy).toMatchObject({ name: 'copied', description: 'own', config: { 'user.a': '1' } })
    expect(await copy.snapshots.all()).toEqual([])
    expect(await from.volumes.exists('custom', 'copy')).toBe(true)
    await copy.delete()
    await volume.delete()
  })

  test('a move that fails leaves the volume where it is, and no offer behind', async () => {
    const volume = await from.volumes.create({ name: 'stays' })
    await to.volumes.create({ name: 'taken' })
    await expect(volume.rename('taken', { pool: to })).rejects.toThrow()
    expect(await from.volumes.exists('custom', 'stays')).toBe(true)
    await expect.poll(async () => (await source.operationsGet())['running'] ?? []).toEqual([])
    await volume.delete()
    await (await to.volumes.get('custom', 'taken')).delete()
  })

  test('a server that does not listen can not be moved from', async () => {
    await source.serverPatch({ config: { 'core.https_address': '' } })
    const volume = await from.volumes.create({ name: 'deaf' })
    await expect(volume.rename('deaf', { pool: to })).rejects.toThrow(/must listen on HTTPS/)
    expect(await from.volumes.exists('custom', 'deaf')).toBe(true)
    await volume.delete()
  })
})
