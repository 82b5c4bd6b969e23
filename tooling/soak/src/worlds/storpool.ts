import type { CallOptions } from '@x/core-errors'
import { createStorPool, isStorPoolApiError, type StorPool } from '@x/storpool'
import { createFakeStorPool } from '@x/storpool/testing'
import { randomFault } from '../faults.ts'
import type { Random } from '../Random.ts'
import { createSubject, type Step, type Subject } from '../Subject.ts'
import type { World } from '../World.ts'

interface VolumeState {
  /** In bytes; 0 while there is no such volume. */
  size: number
  tag: string
  /** Anonymous ones: the same request twice makes two. They outlive the volume. */
  snapshots: number
  attached: boolean
}

/** Volumes with snapshots and attachments, and buckets of the key-value store, over HTTP. */
export async function storpoolWorld(): Promise<World> {
  const fake = await createFakeStorPool()
  const { url, token } = fake
  const storpool = createStorPool({ url, token, retry: { attempts: 3, baseDelayMs: 1, maxDelayMs: 5 } })
  const names = Array.from({ length: 8 }, (_, index) => `volume-${index}`)
  return {
    name: 'storpool',
    subjects: [...names.map((name) => volume(storpool, name)), ...names.map((name) => bucket(storpool, name))],
    fail(random) {
      const { status, headers: _, ...rest } = randomFault(random)
      fake.failNext(status === undefined ? rest : { status, error: { transient: random.chance(0.5) } })
    },
    calm: fake.clearFaults,
    forget: fake.clearRequests,
    [Symbol.asyncDispose]: fake.close,
  }
}

const isMissing = (error: unknown) => isStorPoolApiError(error) && error.code === 'objectDoesNotExist'

function volume(storpool: StorPool, name: string): Subject {
  const volumeName = name
  async function read(options: CallOptions): Promise<VolumeState> {
    const snapshots = (await storpool.snapshotsList(options)).filter((each) => each.onVolume === name && !each.deleted)
    const attachments = await storpool.attachmentsList(options)
    const list = await storpool.volumeList({ volumeName }, options).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    return {
      size: Number(list[0]?.size ?? 0),
      tag: list[0]?.tags?.['soak'] ?? '',
      snapshots: snapshots.length,
      attached: attachments.some((each) => each.volume === name),
    }
  }
  function step(state: VolumeState, random: Random): Step<VolumeState> {
    const exists = state.size > 0
    const changed = (change: Partial<VolumeState>) => (exists ? { ...state, ...change } : undefined)
    const tag = String(random.below(1_000))
    return random.pick<Step<VolumeState>>([
      {
        name: 'create',
        after: exists ? undefined : { ...state, size: 4096, tag },
        run: (options) => storpool.volumeCreate({ name, size: 4096, tags: { soak: tag } }, options),
      },
      {
        name: 'grow',
        after: changed({ size: state.size + 512 }),
        run: (options) => storpool.volumeUpdate({ volumeName, sizeAdd: 512 }, options),
      },
      {
        name: 'tag',
        after: changed({ tag }),
        run: (options) => storpool.volumeUpdate({ volumeName, tags: { soak: tag } }, options),
      },
      {
        name: 'snapshot',
        after: changed({ snapshots: state.snapshots + 1 }),
        run: (options) => storpool.snapshotCreate({ volumeName }, options),
      },
      {
        name: 'attach',
        after: changed({ attached: true }),
        run: (options) => storpool.volumesReassignWait({ reassign: [{ volume: name, rw: [1] }] }, options),
      },
      {
        name: 'detach',
        after: changed({ attached: false }),
        run: (options) => storpool.volumesReassignWait({ reassign: [{ volume: name, detach: 'all' }] }, options),
      },
      {
        name: 'delete',
        after: state.attached ? undefined : changed({ size: 0, tag: '' }),
        run: (options) => storpool.volumeDelete({ volumeName }, options),
      },
    ])
  }
  return createSubject({ name, initial: { size: 0, tag: '', snapshots: 0, attached: false }, read, step })
}

function bucket(storpool: StorPool, bucketName: string): Subject {
  return createSubject<{ version: string; value: string } | null>({
    name: `bucket ${bucketName}`,
    initial: null,
    async read(options) {
      try {
        const { pairs, version } = await storpool.kvsList({ bucketName }, options)
        return { version: String(version), value: pairs?.['value'] ?? '' }
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    step(state, random) {
      const value = String(random.below(1_000) + 1)
      const version = BigInt(state?.version ?? 0)
      const next = String(version + 1n)
      if (state === null) {
        const run = (options: CallOptions) => storpool.kvsCreate({ bucketName }, options)
        return { name: 'create', after: { version: '1', value: '' }, run }
      }
      const write = (name: string, runIfVersionIs: bigint, after: typeof state | undefined) => ({
        name,
        after,
        run: (options: CallOptions) => storpool.kvsUpdate({ bucketName, set: { value }, runIfVersionIs }, options),
      })
      return random.pick<Step<typeof state | null>>([
        write('write', version, { version: next, value }),
        write('write at another version', version + 5n, undefined),
        { name: 'create again', after: undefined, run: (options) => storpool.kvsCreate({ bucketName }, options) },
      ])
    },
  })
}
