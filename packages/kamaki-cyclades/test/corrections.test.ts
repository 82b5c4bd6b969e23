import { createSynnefoSession } from '@x/kamaki-astakos'
import { expect, test } from 'vitest'
import { createOpenStackNetwork } from '../src/openstack.js'
import { caught, startCloud } from './startCloud.js'

type Cloud = Awaited<ReturnType<typeof startCloud>>

/** What the last request said. */
async function lastRequest({ cloud }: Cloud) {
  const request = cloud.requests.at(-1)
  const text = new TextDecoder().decode(await request?.body())
  return { method: request?.method, path: request?.path, json: text === '' ? undefined : JSON.parse(text) }
}

const frozen = <T extends object>(value: T): T => {
  for (const item of Object.values(value)) if (typeof item === 'object' && item !== null) frozen(item)
  return Object.freeze(value)
}

test('a key of an image is set where the service looks for it', async () => {
  await using cloud = await startCloud()
  const [image] = await cloud.compute.listImages()
  await cloud.compute.imagesMetadataPut({ imageId: image?.id ?? '', key: 'os', jsonData: { meta: { os: 'plan9' } } })
  expect(await lastRequest(cloud)).toEqual({
    method: 'PUT',
    path: `/compute/v2.0/images/${image?.id}/metadata/os`,
    json: { meta: { os: 'plan9' } },
  })
})

test('the image of a rescue stands inside the action', async () => {
  await using cloud = await startCloud({ rescue: true, timings: { build: 0, task: 0 } })
  const { compute } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({ name: 'a', flavorId: 1, imageId: image?.id ?? '' })
  await compute.waitServerUntil({ serverId })
  await compute.shutdownServer({ serverId })
  await compute.rescueServer({ serverId, rescueImageRef: 3 })
  expect((await lastRequest(cloud)).json).toEqual({ rescue: { rescue_image_ref: 3 } })
  expect(await compute.getServerDetails({ serverId })).toMatchObject({ 'SNF:rescue': true, status: 'STOPPED' })
})

test('a rebuild sends the server, and the refusal of Synnefo arrives', async () => {
  await using cloud = await startCloud({ timings: { build: 0 } })
  const { compute } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({ name: 'a', flavorId: 1, imageId: image?.id ?? '' })
  expect(await caught(compute.rebuildServer({ serverId }))).toMatchObject({ status: 400, code: 'badRequest' })
  expect((await lastRequest(cloud)).json).toMatchObject({ rebuild: { id: serverId, name: 'a' } })
})

test('key pairs of a list are not wrapped', async () => {
  await using cloud = await startCloud()
  await cloud.compute.createKey({ keyName: 'laptop', publicKey: 'ssh-ed25519 AAAA' })
  expect(await cloud.compute.listKeypairs()).toMatchObject([{ name: 'laptop', public_key: 'ssh-ed25519 AAAA' }])
})

test('what a caller gives is not changed', async () => {
  await using cloud = await startCloud()
  const { compute, network } = cloud
  const [image] = await compute.listImages()
  const personality = [{ path: '/etc/motd', data: 'hi', mode: '0600' }]
  const server = { name: 'a', flavorId: 1, imageId: image?.id ?? '', metadata: { a: '1' }, tags: ['b'], personality }
  expect((await compute.createServer(frozen({ ...server, networks: [] }))).metadata).toMatchObject({ os: 'debian' })
  const openstack = createOpenStackNetwork({ session: cloud.sessionOf(cloud.cloud.token) })
  // Synnefo takes one at a time: what is refused has still been made a request of.
  const many = [
    openstack.createNetworks(frozen({ networks: [{ name: 'a' }] })),
    openstack.createSubnets(frozen({ subnets: [{ networkId: 1, cidr: '10.0.0.0/24', ipv6: false, subnetId: 2 }] })),
    openstack.createPorts(frozen({ ports: [{ networkId: 1, fixedIps: [{ ip_address: '10.0.0.2' }] }] })),
  ]
  for (const work of many) expect(await caught(work)).toMatchObject({ status: 400 })
  expect(await network.listSubnets()).toHaveLength(1)
})

test('ids are texts, whether the service sends numbers or texts, and take both', async () => {
  await using cloud = await startCloud({ timings: { build: 0, volume: 0 } })
  const { compute, blockStorage } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({ name: 'a', flavorId: '42', imageId: image?.id ?? '' })
  const server = await compute.getServerDetails({ serverId: Number(serverId) })
  const ids = [server.id, server.flavor?.id, server.volumes?.[0], server.attachments?.[0]?.id]
  const [attachment] = await compute.listVolumeAttachments({ serverId })
  const volume = await blockStorage.getVolumeDetails({ volumeId: Number(server.volumes?.[0]) })
  const [flavor] = await compute.listFlavors()
  ids.push(attachment?.volumeId, attachment?.serverId, volume.id, volume.attachments?.[0]?.server_id, flavor?.id)
  expect(ids.map((id) => typeof id)).toEqual(ids.map(() => 'string'))
})

test('an image without os and users makes a server, and the look-up can be left out', async () => {
  await using cloud = await startCloud({ images: [{ id: 'bare', name: 'Bare', is_public: true }] })
  const server = { name: 'a', flavorId: 1, imageId: 'bare', networks: [] }
  expect((await cloud.compute.createServer(server)).metadata).toEqual({})
  cloud.cloud.clearRequests()
  await cloud.compute.createServer({ ...server, imageMetadata: false })
  expect(cloud.cloud.requests).toHaveLength(1)
})

test('fields and statuses of newer servers are kept', async () => {
  await using cloud = await startCloud()
  const server = { id: 7, name: 'a', status: 'HIBERNATED', 'SNF:new': { id: 5 }, volumes: [] }
  cloud.cloud.failNext({ status: 200, body: { server }, match: ({ url }) => url.includes('/servers/7') })
  expect(await cloud.compute.getServerDetails({ serverId: 7 })).toEqual({ ...server, id: '7' })
})

test('images come bare from older services', async () => {
  await using cloud = await startCloud()
  const old = [
    { id: 'x', name: 'Old', status: 'available', disk_format: 'diskdump', container_format: 'bare', size: 1 },
  ]
  cloud.cloud.failNext({ status: 200, body: old, match: ({ url }) => url.includes('/image/') })
  expect(await cloud.image.listPublic()).toEqual(old)
})

test('a refusal that is no envelope is told as it is', async () => {
  await using cloud = await startCloud()
  await cloud.session.catalog()
  const headers = { 'content-type': 'application/json' }
  cloud.cloud.failNext({ status: 500, body: 'Keypairs limit reached', headers })
  expect(await caught(cloud.compute.createKey({ keyName: 'eleventh' }))).toMatchObject({
    status: 500,
    faultName: undefined,
    message: 'createKey: Keypairs limit reached (HTTP 500)',
  })
  cloud.cloud.failNext({ status: 405, headers: { allow: 'GET' } })
  expect(await caught(cloud.blockStorage.listVolumeTypes())).toMatchObject({ status: 405, rawBody: '' })
})

test('nothing is sent to a service whose address is not known', async () => {
  await using cloud = await startCloud()
  const session = createSynnefoSession({ endpoints: { compute: `${cloud.cloud.origin}/compute` }, token: 'x' })
  const network = createOpenStackNetwork({ session })
  expect(await caught(network.listNetworks())).toMatchObject({ kind: 'configuration', path: 'url' })
  expect(cloud.cloud.requests).toHaveLength(0)
})
