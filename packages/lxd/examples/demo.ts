import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLxd, isLxdNotFound } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'
import { createFakeLxd } from '@x/lxd/testing'
import type { Demo, DemoRun } from '@x-tooling/demo'

const programs: DemoRun['programs'] = [
  { file: 'storage.ts', title: 'A volume: created, changed, restored from a snapshot' },
  { file: 'events.ts', title: 'What happens to volumes, as it happens' },
  { file: 'backup.ts', title: 'A backup, exported and imported with its checksum' },
  { file: 'actions.ts', title: 'Actions on a bare client, guarded by an ETag' },
]

const withInstances: DemoRun['programs'] = [
  ...programs,
  { file: 'instance.ts', title: 'A container: commands, files and a snapshot' },
]

/** LXD: the server that the environment names, where it answers; else a fake one. */
export const demo: Demo = {
  title: 'LXD',
  order: 30,
  start: async () => (await startReal()) ?? startFake(),
}

async function startReal(): Promise<DemoRun | undefined> {
  const { LXD_SOCKET, LXD_DIR, LXD_POOL, LXD_IMAGE } = process.env
  if (LXD_SOCKET === undefined && LXD_DIR === undefined) return undefined
  const config = configFromEnvironment()
  await using lxd = createLxd({ ...config, timeoutMs: 5_000, retry: false })
  const server = await lxd.serverGet().catch(() => undefined)
  if (server === undefined || config.socketPath === undefined) return undefined
  const [first] = await lxd.storagePools.all()
  const pool = await lxd.storagePools.get(LXD_POOL ?? 'default').catch((error: unknown) => {
    if (isLxdNotFound(error)) return first
    throw error
  })
  if (pool === undefined) return undefined
  const aliases = await lxd.images.aliases.all()
  const image = LXD_IMAGE ?? aliases.find(({ type }) => type === 'container')?.name
  return {
    note: `A real LXD ${server.environment?.server_version} on ${config.socketPath}, pool ${pool.name}`,
    env: { LXD_SOCKET: config.socketPath, LXD_POOL: pool.name, ...(image !== undefined && { LXD_IMAGE: image }) },
    programs: image === undefined ? programs : withInstances,
    [Symbol.asyncDispose]: async () => {},
  }
}

async function startFake(): Promise<DemoRun> {
  const directory = await mkdtemp(join(tmpdir(), 'lxd-demo-'))
  const socketPath = join(directory, 'unix.socket')
  const fake = await createFakeLxd({ socketPath })
  return {
    note: 'A fake LXD in memory; set LXD_SOCKET or LXD_DIR to use a real one',
    env: { LXD_SOCKET: socketPath, LXD_POOL: 'default', LXD_IMAGE: fake.image },
    programs: withInstances,
    async [Symbol.asyncDispose]() {
      await fake.close()
      await rm(directory, { recursive: true })
    },
  }
}
