import { randomBytes } from 'node:crypto'
import { createLxd, type Lxd } from '@x/lxd'
import { type Bench, type BenchRow, compare } from '@x-tooling/bench'
import { Agent, type Dispatcher } from 'undici'
import { listWithPylxd, pythonWithPylxd } from './listWithPylxd.ts'

const count = 500
const parallel = 50

/** Volumes of a real daemon, beside undici alone on the same socket. */
export const bench: Bench = {
  title: 'LXD: storage volumes, on a real daemon',
  async run({ quick }) {
    const directory = process.env['LXD_TEST_DIR']
    if (directory === undefined) {
      console.log('Skipped: LXD_TEST_DIR is not set; `packages/lxd/ci/start` starts a daemon and prints it.')
      return []
    }
    const socketPath = `${directory}/unix.socket`
    const poolName = `bench${randomBytes(3).toString('hex')}`
    await using lxd = createLxd({ socketPath })
    const agent = new Agent({ connect: { socketPath }, connections: parallel })
    await lxd.storagePools.create({ name: poolName, driver: 'dir' })
    try {
      const create = await creating(lxd, agent, poolName, quick ? 7 : 21)
      await fill(lxd, poolName)
      const list = await listing(lxd, agent, poolName, quick ? 3 : 15)
      return [list, ...(await listingBesidePylxd(lxd, socketPath, poolName, quick ? 1 : 3)), create]
    } finally {
      await empty(lxd, poolName)
      await lxd.storagePoolsDelete({ poolName })
      await agent.close()
    }
  },
}

async function listing(lxd: Lxd, agent: Dispatcher, poolName: string, rounds: number): Promise<BenchRow> {
  const { volumes } = await lxd.storagePools.get(poolName)
  const path = `/1.0/storage-pools/${poolName}/volumes?recursion=1`
  return compare({
    name: `list ${count} volumes`,
    run: async () => expectCount((await volumes.all()).length),
    baseline: {
      name: 'undici.request and JSON.parse',
      run: async () => {
        const { body } = await agent.request({ origin: 'http://lxd', path, method: 'GET' })
        const { metadata } = (await body.json()) as { metadata: unknown[] }
        expectCount(metadata.length)
      },
    },
    goal: { atMost: 1.15 },
    rounds,
  })
}

async function listingBesidePylxd(lxd: Lxd, socketPath: string, poolName: string, rounds: number): Promise<BenchRow[]> {
  const python = await pythonWithPylxd()
  if (python === undefined) {
    console.log('No comparison with pylxd: it is not installed for `python3`, nor for what PYTHON names.')
    return []
  }
  const { volumes } = await lxd.storagePools.get(poolName)
  const row = await compare({
    name: `list ${count} volumes with their configuration`,
    run: async () => expectCount((await volumes.all()).filter(({ config }) => config).length),
    baseline: {
      name: 'pylxd',
      run: async () => {
        const [found, milliseconds] = await listWithPylxd(python, socketPath, poolName)
        expectCount(found)
        return milliseconds
      },
    },
    rounds,
    warmUp: 0,
  })
  return [row]
}

async function creating(lxd: Lxd, agent: Dispatcher, poolName: string, rounds: number): Promise<BenchRow> {
  const names = Array.from({ length: parallel }, (_, index) => `v${index}`)
  const timed = async (create: (name: string) => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    await Promise.all(names.map(create))
    const milliseconds = performance.now() - start
    await empty(lxd, poolName)
    return milliseconds
  }
  return compare({
    name: `create ${parallel} volumes side by side`,
    unit: 'ms',
    run: () => timed((name) => lxd.storagePoolVolumesTypePost({ poolName, type: 'custom', name })),
    baseline: {
      name: 'undici.request',
      run: () =>
        timed(async (name) => {
          const path = `/1.0/storage-pools/${poolName}/volumes/custom`
          const { statusCode, body } = await agent.request({
            origin: 'http://lxd',
            path,
            method: 'POST',
            body: JSON.stringify({ name }),
          })
          await body.text()
          if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`)
        }),
    },
    goal: { atMost: 1.2 },
    rounds,
  })
}

async function fill(lxd: Lxd, poolName: string): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `v${index}`)
  await eachOf(names, (name) => lxd.storagePoolVolumesTypePost({ poolName, type: 'custom', name }))
}

async function empty(lxd: Lxd, poolName: string): Promise<void> {
  const volumes = await lxd.storagePoolVolumesGetRecursion1({ poolName })
  await eachOf(
    volumes.map(({ name }) => name),
    (volumeName) => lxd.storagePoolVolumeTypeDelete({ poolName, type: 'custom', volumeName }),
  )
}

async function eachOf(names: readonly string[], act: (name: string) => Promise<unknown>): Promise<void> {
  const left = [...names]
  const work = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) await act(name)
  }
  await Promise.all(Array.from({ length: 4 }, work))
}

function expectCount(found: number): void {
  if (found !== count) throw new Error(`${found} volumes in place of ${count}`)
}
