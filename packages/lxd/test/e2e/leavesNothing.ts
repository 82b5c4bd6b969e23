import { deepStrictEqual } from 'node:assert'
import { realTarget, skipReason } from './realTarget.js'

// Run by vitest around all tests: what the suites made on the real daemon must be gone in the end.
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (skipReason !== undefined) return undefined
  const before = await inventory()
  return async () =>
    deepStrictEqual(await inventory(), before, 'the tests left something on the daemon, or took something away')
}

async function inventory(): Promise<Record<string, unknown>> {
  await using lxd = realTarget.connect()
  const pools = await lxd.storagePoolsGet()
  const volumes = pools.map((path) =>
    lxd.storagePoolVolumesGet({ poolName: path.split('/').at(-1) ?? '', allProjects: true }),
  )
  const { config } = await lxd.serverGet()
  const { running = [] } = await lxd.operationsGet()
  return {
    config,
    running,
    pools: pools.sort(),
    // Instances leave a copy of their image in the pool, which the server keeps for the next.
    volumes: (await Promise.all(volumes))
      .flat()
      .filter((path) => !path.includes('/volumes/image/'))
      .sort(),
    projects: (await lxd.projectsGet()).sort(),
    profiles: (await lxd.profilesGetRecursion1()).map((profile) => JSON.stringify(profile)).sort(),
    instances: (await lxd.instancesGet({ allProjects: true })).sort(),
    images: (await lxd.imagesGet()).sort(),
    certificates: (await lxd.certificatesGet()).sort(),
    networks: (await lxd.networksGetRecursion1())
      .filter(({ managed }) => managed)
      .map(({ name }) => name)
      .sort(),
  }
}
