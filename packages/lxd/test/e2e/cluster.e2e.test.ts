import { describe, expect, test } from 'vitest'
import { isLxdApiError, isLxdDangerError } from '../../src/index.js'
import { createKeyPair } from './createKeyPair.js'
import { PrivateDaemon } from './PrivateDaemon.js'
import { skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)('a cluster of one real daemon', () => {
  test('disabling the cluster of a server that is in none is refused: it would erase everything', async () => {
    await using daemon = await PrivateDaemon.start()
    const lxd = daemon.connect()
    for (const act of [
      () => lxd.cluster.disable(),
      () => lxd.clusterPut({ enabled: false }),
      () => lxd.clusterPut({}),
    ]) {
      expect(isLxdDangerError(await act().catch((error: unknown) => error))).toBe(true)
    }
    expect((await lxd.storagePools.all()).map(({ name }) => name)).toContain('p1')
    // What it is refused for: 200, and then everything is gone.
    await lxd.cluster.disable({ force: true })
    await expect.poll(() => lxd.storagePoolsGet().catch(() => undefined), { timeout: 20_000 }).toEqual([])
  })

  test('a cluster is bootstrapped; pools, members and groups know it', async () => {
    await using daemon = await PrivateDaemon.start()
    const lxd = daemon.connect()
    const notClustered = await lxd.cluster.members.all().catch((error: unknown) => error)
    expect(isLxdApiError(notClustered) && notClustered.status).toBe(500)
    await daemon.listen()
    await lxd.cluster.enable('n1')
    expect(await lxd.cluster.get()).toMatchObject({ enabled: true, server_name: 'n1' })

    const pool = await lxd.storagePools.create({ name: 'p9', driver: 'dir', members: { n1: { source: '' } } })
    expect(pool).toMatchObject({ status: 'Created', locations: ['n1'], config: {} })
    const onMember = await lxd.storagePoolGet({ poolName: 'p9', target: 'n1' })
    expect(onMember.config['source']).toMatch(/storage-pools\/p9$/)
    await lxd.storagePoolsPost({ name: 'p8', driver: 'dir', target: 'n1' })
    expect(await lxd.storagePools.get('p8')).toMatchObject({ status: 'Pending' })
    await lxd.storagePoolsPost({ name: 'p8', driver: 'dir' })
    expect(await lxd.storagePools.get('p8')).toMatchObject({ status: 'Created' })
    const volume = await pool.volumes.create({ name: 'v1' })
    expect(volume.location).toBe('n1')
    const [listed] = await pool.volumes.all()
    await listed?.patch({ description: 'on its member' })
    expect((await pool.volumes.get('custom', 'v1', { target: 'n1' })).description).toBe('on its member')
    const bogus = await pool.volumes.get('custom', 'v1', { target: 'bogus' }).catch((error: unknown) => error)
    expect(isLxdApiError(bogus) && [bogus.status, bogus.description]).toEqual([404, 'Cluster member not found'])

    const [member] = await lxd.cluster.members.all()
    expect(member).toMatchObject({ server_name: 'n1', status: 'Online', database: true })
    await member?.patch({ description: 'first', config: { 'user.a': '1' } })
    expect(member).toMatchObject({ description: 'first', config: { 'user.a': '1' } })
    expect(member?.roles.length).toBeGreaterThan(0)
    await member?.rename('n2')
    expect(await lxd.cluster.members.exists('n2')).toBe(true)
    const own = createKeyPair('cluster')
    await lxd.cluster.certificate.put(own.certificate, own.key)
    await expect.poll(async () => (await lxd.serverGet()).environment.certificate).toBe(own.certificate)
    const { token, cancel } = await lxd.cluster.members.createToken('n3')
    expect(JSON.parse(atob(token))).toMatchObject({ server_name: 'n3' })
    await cancel()

    const group = await lxd.cluster.groups.create({ name: 'g1', description: 'd' })
    await group.rename('g2')
    await group.patch({ description: 'e' })
    expect(group).toMatchObject({ name: 'g2', description: 'e' })
    expect((await lxd.cluster.groups.all()).map(({ name }) => name)).toEqual(expect.arrayContaining(['default', 'g2']))
    await group.delete()
  })
})
