import { describe, expect, test } from 'vitest'
import { isLxdExtensionError } from '../../src/index.js'
import { changeEveryWay } from '../suites/changeEveryWay.js'
import { Scratch } from '../suites/Scratch.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`networks on ${realTarget.name}`, () => {
  const bridge = async (scratch: Scratch, config: Record<string, string> = {}) => {
    // An interface of the host: at most 15 characters.
    const name = `x${scratch.name().slice(1, 9).replaceAll('-', '')}`
    scratch.undo(() => scratch.lxd.networkDelete({ networkName: name }))
    const address = { 'ipv4.address': '10.77.13.1/24', 'ipv6.address': 'none', 'ipv4.nat': 'false' }
    return scratch.lxd.networks.create({ name, type: 'bridge', description: 'd', config: { ...address, ...config } })
  }

  test('a bridge is created, read, changed and renamed', async () => {
    await using scratch = new Scratch(realTarget)
    const network = await bridge(scratch, { 'user.a': '1' })
    expect({ ...network }).toMatchObject({
      type: 'bridge',
      managed: true,
      status: 'Created',
      description: 'd',
      used_by: [],
    })
    await network.patch({ config: { 'user.b': '2' } })
    expect(network).toMatchObject({ description: 'd', config: { 'user.a': '1', 'user.b': '2' } })
    network.description = 'e'
    delete network.config['user.a']
    await network.save()
    expect(network).toMatchObject({ description: 'e' })
    expect(network.config).not.toHaveProperty(['user.a'])
    const state = await network.state()
    expect(state).toMatchObject({ state: 'up', type: 'broadcast' })
    expect(state.addresses.map(({ address }) => address)).toContain('10.77.13.1')
    expect(await network.leases()).toMatchObject([{ address: '10.77.13.1', type: 'gateway' }])
    const name = `${network.name}r`
    scratch.undo(() => scratch.lxd.networkDelete({ networkName: name }))
    await network.rename(name)
    expect(network.name).toBe(name)
    expect(await scratch.lxd.networks.exists(name)).toBe(true)
    await network.delete()
    expect(await scratch.lxd.networks.exists(name)).toBe(false)
  })

  test('networks of the host are listed too, with empty lists for null', async () => {
    await using scratch = new Scratch(realTarget)
    const networks = await scratch.lxd.networks.all()
    expect(networks.find(({ name }) => name === 'lo')).toMatchObject({
      type: 'loopback',
      managed: false,
      locations: [],
    })
    expect((await scratch.refusal(async () => (await scratch.lxd.networks.get('lo')).leases())).status).toBe(404)
  })

  test('a second network of the same name is a bad request', async () => {
    await using scratch = new Scratch(realTarget)
    const { name } = await bridge(scratch)
    const create = () => scratch.lxd.networksPost({ name, type: 'bridge' })
    expect(await scratch.refusal(create)).toEqual({ status: 400, text: 'The network already exists' })
  })

  test('a forward is created, changed in part and deleted; the PATCH of the server is not used', async () => {
    await using scratch = new Scratch(realTarget)
    const network = await bridge(scratch)
    const ports = [{ protocol: 'tcp', listen_port: '80', target_address: '10.77.13.2', target_port: '8080' }]
    const forward = await network.forwards.create({ listen_address: '10.77.14.1', description: 'd', ports })
    expect(forward.ports).toMatchObject(ports)
    await forward.patch({ config: { 'user.a': '1' } })
    expect(forward).toMatchObject({ description: 'd', config: { 'user.a': '1' } })
    expect(forward.ports).toMatchObject(ports)
    expect((await network.forwards.all()).map(({ listen_address }) => listen_address)).toEqual(['10.77.14.1'])
    await forward.delete()
    expect(await network.forwards.exists('10.77.14.1')).toBe(false)
  })

  test('a forward has nothing that could be renamed', async () => {
    await using scratch = new Scratch(realTarget)
    const { name, forwards } = await bridge(scratch)
    const forward = await forwards.create({ listen_address: '10.77.14.1' })
    const path = `/1.0/networks/${name}/forwards/${forward.listen_address}`
    expect(await scratch.raw('POST', path, '{}')).toEqual({ status: 501, text: 'not implemented' })
    await forward.delete()
  })

  test('a network, its forward, an ACL and a zone are changed in every way', async () => {
    await using scratch = new Scratch(realTarget)
    const { lxd } = scratch
    const network = await bridge(scratch)
    await changeEveryWay(network)
    const forward = await network.forwards.create({ listen_address: '10.77.14.1' })
    await changeEveryWay(forward, { wholePatch: true })
    await forward.delete()
    const name = scratch.name()
    scratch.undo(() => lxd.networkAclDelete({ aclName: name }))
    await changeEveryWay(await lxd.networkAcls.create({ name }))
    scratch.undo(() => lxd.networkZoneDelete({ zone: `${name}.example` }))
    const zone = await lxd.networkZones.create({ name: `${name}.example` })
    await changeEveryWay(zone)
    const record = await zone.records.create({ name: 'www' })
    await changeEveryWay(record)
    await record.delete()
  })

  test('an ACL is created, changed, renamed and deleted', async () => {
    await using scratch = new Scratch(realTarget)
    const { networkAcls } = scratch.lxd
    const [name, other] = [scratch.name(), scratch.name()]
    for (const aclName of [name, other]) scratch.undo(() => scratch.lxd.networkAclDelete({ aclName }))
    const acl = await networkAcls.create({ name, description: 'd', ingress: [{ action: 'allow', state: 'enabled' }] })
    expect(acl.ingress).toMatchObject([{ action: 'allow' }])
    await acl.patch({ config: { 'user.a': '1' } })
    expect(acl).toMatchObject({ description: 'd', config: { 'user.a': '1' } })
    expect(acl.ingress).toHaveLength(1)
    await acl.rename(other)
    expect((await networkAcls.all()).map((one) => one.name)).toContain(other)
    await acl.delete()
    expect(await networkAcls.exists(other)).toBe(false)
  })

  test('a zone and its records are created, changed and deleted', async () => {
    await using scratch = new Scratch(realTarget)
    const { networkZones } = scratch.lxd
    const name = `${scratch.name()}.example`
    scratch.undo(() => scratch.lxd.networkZoneDelete({ zone: name }))
    const zone = await networkZones.create({ name, description: 'd' })
    await zone.patch({ config: { 'user.a': '1' } })
    expect(zone).toMatchObject({ description: 'd', config: { 'user.a': '1' } })
    const record = await zone.records.create({ name: 'www', entries: [{ type: 'A', ttl: 60, value: '10.0.0.1' }] })
    expect(record.entries).toMatchObject([{ type: 'A', value: '10.0.0.1' }])
    await record.patch({ description: 'r' })
    expect(record.entries).toHaveLength(1)
    expect((await zone.records.all()).map((one) => one.name)).toEqual(['www'])
    await record.delete()
    await zone.delete()
    expect(await networkZones.exists(name)).toBe(false)
  })

  test('load balancers need a newer server', async () => {
    await using scratch = new Scratch(realTarget)
    const list = () => scratch.lxd.networkLoadBalancersGet({ networkName: 'lo' })
    expect(isLxdExtensionError(await list().catch((error: unknown) => error))).toBe(true)
  })
})
