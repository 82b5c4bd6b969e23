import { createFakeSynnefo, type FakeSynnefo } from '@x/kamaki-astakos/testing'
import { createFakePithos } from '../../src/testing/createFakePithos.js'
import type { RecordedSetup } from './Recorded.js'

/** A cloud set up as a recording says. */
export interface RecordedCloud extends AsyncDisposable {
  readonly cloud: FakeSynnefo
  /** Sets the time, in seconds since 1970. */
  readonly setTime: (seconds: number) => void
}

/** Starts a fake cloud whose object store is set up as the recorded one, on a clock that stands still. */
export async function startRecorded(setup: RecordedSetup): Promise<RecordedCloud> {
  const { blockSize, hashAlgorithm, md5Checksums = false, diskspaceLimit = 1_000_000_000, project, users } = setup
  let now = 1_400_000_001_000
  const clock = { now: () => now, elapsed: () => now, schedule: () => () => {} }
  const pithos = createFakePithos({
    blockSize,
    blockHash: hashAlgorithm,
    md5Checksums,
    path: '/object-store',
    publicUrl: 'https://pithos.example.org/pithos/public',
  })
  const ids = Object.values(users)
  const small = { member_capacity: 1_000_000, project_capacity: 1_000_000 * ids.length }
  const cloud = await createFakeSynnefo({
    clock,
    users: Object.entries(users).map(([token, id]) => ({ email: `${token}@example.org`, id, token })),
    projects: [{ id: project, name: 'second', members: ids, resources: { 'pithos.diskspace': small } }],
    services: [pithos],
  })
  for (const id of ids) {
    const own = cloud.cloud.projects.get(id)
    if (own !== undefined) {
      own.resources['pithos.diskspace'] = { member_capacity: diskspaceLimit, project_capacity: diskspaceLimit }
    }
  }
  return {
    cloud,
    setTime: (seconds) => {
      now = seconds * 1000
    },
    [Symbol.asyncDispose]: () => cloud.close(),
  }
}
