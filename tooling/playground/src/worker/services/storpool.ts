import type { Load, Service } from '../Service.ts'

/** A small StorPool cluster. */
export async function storpool(load: Load): Promise<Service> {
  const { createFakeStorPool } = await load<typeof import('@x/storpool/testing')>('@x/storpool/testing')
  const fake = await createFakeStorPool({
    listen: false,
    placementGroups: { ssd: [101, 102, 201, 202] },
    templates: [{ name: 'hybrid', placeAll: 'ssd', replication: 3, size: 2 ** 30 }],
    volumes: [
      { name: 'db-01', template: 'hybrid', size: 20 * 2 ** 30 },
      { name: 'web-01', template: 'hybrid', size: 5 * 2 ** 30 },
    ],
    snapshots: [{ volume: 'db-01', name: 'db-01.monday' }],
  })
  const { fetch, failNext, url, token } = fake
  return { fetch, failNext, env: { STORPOOL_URL: url, STORPOOL_TOKEN: token } }
}
