import { connectLinstor, type Linstor } from '@x/linstor'
import { type Bench, type BenchRow, compare } from '@x-tooling/bench'
import { BareSocket } from './BareSocket.ts'
import { startFakeProcess } from './startFakeProcess.ts'

export const bench: Bench = {
  title: 'Calls over one connection, beside a loop over a bare socket that makes the same exchange',
  async run({ quick }) {
    const count = quick ? 2_000 : 10_000
    await using fake = await startFakeProcess()
    await using linstor = await connectLinstor(fake.uri)
    const socket = await BareSocket.open(fake.uri)
    try {
      return [
        await pipelined(linstor, socket, count),
        await sequential(linstor, socket, count),
        await memory(linstor, quick ? 20_000 : 100_000),
      ]
    } finally {
      socket.close()
    }
  },
}

const goal = { atMost: 2 }

const pipelined = (linstor: Linstor, socket: BareSocket, count: number): Promise<BenchRow> =>
  compare({
    name: `${count} pings at the same time`,
    run: () => Promise.all(Array.from({ length: count }, () => linstor.ping())).then(() => {}),
    baseline: { name: 'bare socket', run: () => socket.ping(count) },
    goal,
  })

const sequential = (linstor: Linstor, socket: BareSocket, count: number): Promise<BenchRow> =>
  compare({
    name: `${count} pings one after the other`,
    run: async () => {
      for (let made = 0; made < count; made++) await linstor.ping()
    },
    baseline: {
      name: 'bare socket',
      run: async () => {
        for (let made = 0; made < count; made++) await socket.ping(1)
      },
    },
    goal,
  })

/** How much the heap grows per call, after everything that can be collected was. */
async function memory(linstor: Linstor, count: number): Promise<BenchRow> {
  const make = async (calls: number) => {
    for (let made = 0; made < calls; made += 100) {
      await Promise.all(Array.from({ length: 100 }, () => linstor.nodeList()))
    }
  }
  await make(10_000)
  const before = usedHeap()
  await make(count)
  const after = usedHeap()
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2)
  return {
    name: `heap growth over ${count} calls`,
    unit: 'bytes per call',
    value: Math.max(0, (after - before) / count),
    goal: { atMost: 1 },
    note: `${megabytes(before)} MB before, ${megabytes(after)} MB after${globalThis.gc ? '' : ', garbage included'}`,
  }
}

function usedHeap(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
