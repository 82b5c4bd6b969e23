import { isSynnefoApiError } from '@x/kamaki-astakos'
import { expect, test } from 'vitest'
import { caught, startCloud } from './startCloud.js'

test('a private network between two servers, with addresses of its subnet', async () => {
  await using cloud = await startCloud()
  const { compute, network, clock, used } = cloud
  const [image] = await compute.listImages()
  const lan = await network.createNetwork({ type: 'MAC_FILTERED', name: 'lan' })
  expect(lan).toMatchObject({ type: 'MAC_FILTERED', status: 'ACTIVE', tenant_id: cloud.cloud.user.id })
  expect(used('cyclades.network.private')).toBe(1)
  const subnet = await network.createSubnet({ networkId: lan.id, cidr: '10.7.0.0/24', gatewayIp: null })
  expect(subnet).toMatchObject({ network_id: lan.id, gateway_ip: null, ip_version: 4 })
  expect((await network.getNetworkDetails({ networkId: lan.id })).subnets).toEqual([subnet.id])
  const servers = await Promise.all(
    ['a', 'b'].map((name) => compute.createServer({ name, flavorId: 1, imageId: image?.id ?? '', networks: [] })),
  )
  await clock.runUntil(Promise.all(servers.map(({ id }) => compute.waitServerUntil({ serverId: id }))))
  const ports = await Promise.all(servers.map(({ id }) => network.createPort({ networkId: lan.id, deviceId: id })))
  await clock.runUntil(Promise.all(ports.map(({ id }) => network.waitPortUntil({ portId: id }))))
  const listed = await network.listPorts({ detail: true })
  expect(listed.map(({ fixed_ips }) => fixed_ips?.[0]?.ip_address)).toEqual(['10.7.0.2', '10.7.0.3'])
  expect(listed.map(({ device_id }) => device_id)).toEqual(servers.map(({ id }) => id))
  expect(await caught(network.deleteNetwork({ networkId: lan.id }))).toMatchObject({ status: 409, code: 'conflict' })
  await Promise.all(ports.map(({ id }) => network.deletePort({ portId: id })))
  await clock.advance(500)
  await network.deleteNetwork({ networkId: lan.id })
  expect(used('cyclades.network.private')).toBe(0)
})

test('what a cloud refuses: other types, odd subnets, second subnets, deleting and updating them', async () => {
  await using cloud = await startCloud()
  const { network } = cloud
  expect(await caught(network.createNetwork({ type: 'CUSTOM' }))).toMatchObject({ status: 403, code: 'forbidden' })
  const { id: networkId } = await network.createNetwork({ type: 'MAC_FILTERED' })
  expect(await caught(network.createSubnet({ networkId, cidr: '10.0.0.0/16' }))).toMatchObject({ status: 413 })
  const { id: subnetId } = await network.createSubnet({ networkId, cidr: '10.7.0.0/24', gatewayIp: '10.7.0.254' })
  expect(await caught(network.createSubnet({ networkId, cidr: '10.8.0.0/24' }))).toMatchObject({ status: 400 })
  const more = { dnsNameservers: ['2001:db8::53'], hostRoutes: [{ destination: '::/0', nexthop: '2001:db8::1' }] }
  const six = await network.createSubnet({
    networkId,
    cidr: '2001:db8::/64',
    ipv6: true,
    enableDhcp: false,
    enableSlaac: true,
    ...more,
  })
  expect(six).toMatchObject({
    ip_version: 6,
    enable_dhcp: false,
    enable_slaac: true,
    dns_nameservers: more.dnsNameservers,
    host_routes: more.hostRoutes,
  })
  expect(await network.updateSubnet({ subnetId, name: 'office' })).toMatchObject({ name: 'office' })
  expect(await caught(network.updateSubnet({ subnetId, name: 'x', enableDhcp: false }))).toMatchObject({ status: 400 })
  expect(await caught(network.deleteSubnet({ subnetId }))).toMatchObject({ status: 400 })
  expect((await network.listSubnets()).map(({ id }) => id)).toContain(subnetId)
  expect((await network.getSubnetDetails({ subnetId })).id).toBe(subnetId)
})

test('a floating IP address is found or made, given to a server, taken back and released', async () => {
  await using cloud = await startCloud()
  const { compute, network, clock, used } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({
    name: 'a',
    flavorId: 1,
    imageId: image?.id ?? '',
    networks: [],
  })
  await clock.runUntil(compute.waitServerUntil({ serverId }))
  const address = await network.findOrCreateFloatingip()
  expect(address).toMatchObject({ floating_ip_address: '203.0.113.2', port_id: null, tenant_id: cloud.cloud.user.id })
  expect((await network.findOrCreateFloatingip()).id).toBe(address.id)
  expect(used('cyclades.floating_ip')).toBe(1)
  const { floating_network_id: networkId, floating_ip_address: ip, id: floatingipId } = address
  const port = await network.createPort({ networkId, deviceId: serverId, fixedIps: [{ ip_address: ip }] })
  await clock.runUntil(network.waitPortUntil({ portId: port.id }))
  expect((await compute.getServerDetails({ serverId })).attachments).toMatchObject([{ ipv4: ip }])
  expect(await network.getFloatingipDetails({ floatingipId })).toMatchObject({
    port_id: port.id,
    instance_id: serverId,
  })
  expect(await caught(network.deleteFloatingip({ floatingipId }))).toMatchObject({ status: 409 })
  expect(await caught(network.updateFloatingip({ floatingipId, portId: null }))).toMatchObject({ status: 501 })
  expect((await network.findOrCreateFloatingip()).id).not.toBe(address.id)
  await network.deletePort({ portId: port.id })
  await clock.advance(500)
  await compute.addFloatingIp({ serverId, address: ip })
  await clock.advance(500)
  expect((await compute.getServerNics({ serverId })).attachments).toMatchObject([{ ipv4: ip }])
  await compute.removeFloatingIp({ serverId, address: ip })
  await network.deleteFloatingip({ floatingipId })
  expect(used('cyclades.floating_ip')).toBe(1)
})

test('the compute service shows the same addresses in its own form', async () => {
  await using cloud = await startCloud()
  const { compute } = cloud
  const made = await compute.allocFloatingIp()
  expect(made).toMatchObject({ ip: '203.0.113.2', instance_id: null })
  expect(await compute.getFloatingIps()).toEqual([made])
  expect(await compute.getFloatingIp({ fipId: made.id })).toMatchObject({ id: made.id, ip: made.ip })
  await compute.deleteFloatingIp({ fipId: made.id })
  expect(await compute.getFloatingIps()).toEqual([])
  expect(await caught(compute.getFloatingIpPools())).toMatchObject({ status: 400 })
  expect(await caught(compute.limitsGet())).toMatchObject({ status: 400 })
})

test('things are charged to a project and moved to another', async () => {
  await using cloud = await startCloud()
  const { network, compute, blockStorage, clock } = cloud
  const { user } = cloud.cloud
  const capacity = (most: number) => ({ member_capacity: most, project_capacity: most })
  const names = [
    'cyclades.vm',
    'cyclades.cpu',
    'cyclades.floating_ip',
    'cyclades.network.private',
    'cyclades.total_cpu',
  ]
  const bytes = ['cyclades.ram', 'cyclades.disk', 'cyclades.total_ram']
  const lab = cloud.cloud.addProject({
    name: 'lab.example.org',
    members: [user.id],
    resources: Object.fromEntries([
      ...names.map((name) => [name, capacity(2)]),
      ...bytes.map((name) => [name, capacity(2 ** 40)]),
    ]),
  })
  const usedInLab = (resource: string) =>
    Number(cloud.cloud.cloud.quotas.line({ user: user.id, project: lab.id }, resource).usage)
  const address = await network.createFloatingip({ projectId: lab.id })
  const lan = await network.createNetwork({ type: 'MAC_FILTERED' })
  await network.reassignNetwork({ networkId: lan.id, projectId: lab.id })
  expect([usedInLab('cyclades.floating_ip'), usedInLab('cyclades.network.private')]).toEqual([1, 1])
  await network.reassignFloatingIp({ floatingipId: address.id, projectId: user.id })
  expect([usedInLab('cyclades.floating_ip'), cloud.used('cyclades.floating_ip')]).toEqual([0, 1])
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({
    name: 'a',
    flavorId: 42,
    imageId: image?.id ?? '',
    networks: [],
  })
  await clock.runUntil(compute.waitServerUntil({ serverId }))
  await compute.reassignServer({ serverId, project: lab.id })
  expect([usedInLab('cyclades.vm'), usedInLab('cyclades.cpu'), cloud.used('cyclades.vm')]).toEqual([1, 2, 0])
  const { id: volumeId } = await blockStorage.createVolume({ size: 1, displayName: 'x', volumeType: 2 })
  await blockStorage.reassignVolume({ volumeId, project: lab.id })
  expect(usedInLab('cyclades.disk')).toBe(21 * 2 ** 30)
  const error = await caught(network.createNetwork({ type: 'MAC_FILTERED', projectId: 'not-mine' }))
  expect(isSynnefoApiError(error) && error.status).toBe(400)
})
