import { deepStrictEqual } from 'node:assert'
import { readFile } from 'node:fs/promises'
import { isConnectionError } from '@x/core-errors'
import { realTarget, skipReason } from './realTarget.js'

// Run by vitest around all tests: what the suites made on the real daemon must be gone in the end.
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (skipReason !== undefined) return undefined
  const before = await inventory()
  return async () => {
    const after = await inventory().catch(async (error: unknown) => {
      throw isConnectionError(error) ? new Error(`the daemon has died:\n${await lastWords()}`, { cause: error }) : error
    })
    deepStrictEqual(after, before, 'the tests left something on the daemon, or took something away')
  }
}

async function lastWords(): Promise<string> {
  const log = await readFile(`${process.env['LXD_TEST_DIR']}.err`, 'utf8').catch(String)
  return log.split('\n').slice(-40).join('\n')
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
