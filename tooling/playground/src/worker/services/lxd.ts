import type { Load, RecordFetch, Service } from '../Service.ts'

/** An LXD with one pool and one image. */
export async function lxd(load: Load, record: RecordFetch): Promise<Service> {
  const { createFakeLxd } = await load<typeof import('@x/lxd/testing')>('@x/lxd/testing')
  const { connectTo } = await load<typeof import('../standIns/lxdNode.ts')>('@x/lxd/node')
  const fake = await createFakeLxd({ listen: false })
  connectTo({ ...fake.connection, fetch: record(fake.fetch) })
  return { fetch: fake.fetch, failNext: fake.failNext, env: { LXD_POOL: 'default', LXD_IMAGE: fake.image } }
}
