import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallOptions } from '@x/core-errors'
import { createLxd, isLxdNotFound, type LxdStoragePool } from '@x/lxd'
import { createFakeLxd } from '@x/lxd/testing'
import { randomFault } from '../faults.ts'
import type { Random } from '../Random.ts'
import { createSubject, type Step, type Subject } from '../Subject.ts'
import type { World } from '../World.ts'

interface VolumeState {
  mark: string
  /** How many; the same request twice makes two. */
  snapshots: number
}

const markKey = 'user.soak'
/** Bound of a wait for an operation, which has none of its own: its answer and the events may both be lost. */
const waitTimeoutMs = 2_000

/** Volumes with snapshots, and the operations that make them, over a unix socket. */
export async function lxdWorld(): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'soak-'))
  const socketPath = join(directory, 'unix.socket')
  const fake = await createFakeLxd({ socketPath })
  const lxd = createLxd({ socketPath, retry: { attempts: 3, baseDelayMs: 1, maxDelayMs: 5 } })
  const pool = await lxd.storagePools.get('default')
  return {
    name: 'lxd',
    subjects: Array.from({ length: 8 }, (_, index) => volume(pool, `volume-${index}`)),
    fail: (random) => fake.failNext(randomFault(random)),
    calm: fake.clearFaults,
    forget: fake.clearRequests,
    async [Symbol.asyncDispose]() {
      await lxd.close()
      await fake.close()
      await rm(directory, { recursive: true })
    },
  }
}

function volume(pool: LxdStoragePool, name: string): Subject {
  const find = (options: CallOptions) => pool.volumes.get('custom', name, options)
  async function read(options: CallOptions): Promise<VolumeState | null> {
    try {
      const found = await find(options)
      const snapshots = await found.snapshots.all(options)
      return { mark: found.config[markKey] ?? '', snapshots: snapshots.length }
    } catch (error) {
      if (isLxdNotFound(error)) return null
      throw error
    }
  }
  function step(state: VolumeState | null, random: Random): Step<VolumeState | null> {
    const mark = String(random.below(1_000))
    const changed = (change: Partial<VolumeState>) => (state === null ? undefined : { ...state, ...change })
    const steps = 'several'
    return random.pick<Step<VolumeState | null>>([
      {
        name: 'create',
        steps,
        after: state === null ? { mark, snapshots: 0 } : undefined,
        run: (options) => pool.volumes.create({ name, config: { [markKey]: mark } }, { ...options, waitTimeoutMs }),
      },
      {
        name: 'mark',
        steps,
        after: changed({ mark }),
        run: async (options) =>
          (await find(options)).patch({ config: { [markKey]: mark } }, { ...options, waitTimeoutMs }),
      },
      {
        name: 'snapshot',
        steps,
        after: changed({ snapshots: (state?.snapshots ?? 0) + 1 }),
        run: async (options) => (await find(options)).snapshots.create({}, { ...options, waitTimeoutMs }),
      },
      {
        name: 'delete',
        steps,
        after: state === null ? undefined : null,
        run: async (options) => (await find(options)).delete({ ...options, waitTimeoutMs }),
      },
    ])
  }
  return createSubject({ name, initial: null, read, step })
}
