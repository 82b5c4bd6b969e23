import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createFakeCyclades } from '@x/kamaki-cyclades/testing'
import { createFakePithos } from '@x/kamaki-pithos/testing'
import { createFakeLinstor } from '@x/linstor/testing'
import { createLxd } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'
import { createFakeLxd } from '@x/lxd/testing'
import { createFakeStorPool } from '@x/storpool/testing'
import type { Demo, DemoRun } from '@x-tooling/demo'

/**
 * The last chapter: one host that has all of it. LINSTOR, LXD and Synnefo are real where the environment names them, and an
 * LXD that does not answer is fake all the same; StorPool is always fake.
 */
export const demo: Demo = {
  title: 'All nine packages together',
  order: 90,
  start,
}

async function start(): Promise<DemoRun> {
  const { LINSTOR_URI, SYNNEFO_URL, SYNNEFO_TOKEN } = process.env
  const root = await mkdtemp(join(tmpdir(), 'finale-'))
  await using started = new AsyncDisposableStack()
  started.defer(() => rm(root, { recursive: true }))

  const storpool = started.use(
    await createFakeStorPool({
      templates: [{ name: 'hybrid', replication: 3, size: 2 ** 30 }],
      volumes: [{ name: 'db-01', template: 'hybrid' }],
    }),
  )
  const { hostname, port } = new URL(storpool.url)
  await mkdir(join(root, 'etc'))
  await writeFile(
    join(root, 'etc/storpool.conf'),
    `SP_API_HTTP_HOST=${hostname}\nSP_API_HTTP_PORT=${port}\nSP_AUTH_TOKEN=${storpool.token}\n`,
  )
  const env: Record<string, string> = { STORPOOL_ROOT: root }
  const names = ['alpha', 'bravo']
  if (LINSTOR_URI === undefined) {
    const linstor = await createFakeLinstor({
      nodes: names.map((name, index) => ({ name, address: `192.0.2.${index + 1}` })),
      storagePools: names.map((node) => ({ node, name: 'DfltStorPool', source: 'vg0' })),
    })
    env['LINSTOR_URI'] = started.use(linstor).uri
  }
  const realLxd = await findLxd()
  env['LXD_SOCKET'] = realLxd ?? join(root, 'lxd.socket')
  if (realLxd === undefined) started.use(await createFakeLxd({ socketPath: env['LXD_SOCKET'] }))
  if (SYNNEFO_URL === undefined || SYNNEFO_TOKEN === undefined) {
    const services = [createFakeCyclades({ timings: { build: 200 } }), createFakePithos()]
    const cloud = started.use(await createFakeSynnefo({ services }))
    env['SYNNEFO_URL'] = cloud.url
    env['SYNNEFO_TOKEN'] = cloud.token
  }
  const running = started.move()
  return {
    note: `A host's configuration in ${root}; LXD is ${realLxd === undefined ? 'a fake' : `the daemon at ${realLxd}`}`,
    env,
    programs: [{ file: 'inventory.ts', title: 'Make a volume in each system, take stock, keep the list in the cloud' }],
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

/** The socket of the daemon that the environment names, where it answers. */
async function findLxd(): Promise<string | undefined> {
  const { LXD_SOCKET, LXD_DIR } = process.env
  if (LXD_SOCKET === undefined && LXD_DIR === undefined) return undefined
  const config = configFromEnvironment()
  await using lxd = createLxd({ ...config, timeoutMs: 5_000, retry: false })
  const server = await lxd.serverGet().catch(() => undefined) // whatever the reason, there is the fake
  return server === undefined ? undefined : config.socketPath
}
