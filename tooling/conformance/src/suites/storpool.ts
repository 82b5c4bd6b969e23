import { createFakeStorPool } from '@x/storpool/testing'
import type { Check } from '../Check.ts'
import { runStory } from '../python/runStory.ts'
import type { Suite } from '../Suite.ts'
import { makeEveryCall } from './storpool/makeEveryCall.ts'

/** StorPool's bindings for Python. */
export const storpool: Suite = {
  name: 'storpool',
  module: 'storpool.spapi',
  async *run(python) {
    yield* makeEveryCall(python)
    yield* tellStory(python)
  },
}

async function* tellStory(python: string): AsyncGenerator<Check> {
  await using fake = await createFakeStorPool({
    disks: [
      { id: 101, serverId: 1 },
      { id: 201, serverId: 2, ssd: false },
      { id: 202, serverId: 2, down: true },
    ],
    locations: [{ id: 'l1', name: 'sofia' }],
    clusters: [{ id: 'c1', name: 'dc2', location: 'sofia', seeds: { volumes: [{ name: 'far', size: 4096 }] } }],
  })
  const asks = (path: string) => (request: Request) => request.url.endsWith(`/${path}`)
  fake.failNext({ match: asks('FaultSetsList'), status: 503, times: 2 })
  fake.failNext({ match: asks('TasksList'), drop: 'before' })
  fake.failNext({ match: asks('KV/Create/late'), drop: 'after' })
  fake.failNext({ match: asks('MaintenanceList'), status: 502, body: '<html>Bad gateway</html>' })
  yield* runStory(python, 'storpool_story.py', [new URL(fake.url).port, fake.token])
  const times = (path: string) => fake.requests.filter((request) => request.path.endsWith(path)).length
  const attempts = [times('/FaultSetsList'), times('/TasksList'), times('/KV/Create/late')]
  const failure = String(attempts) === '3,2,2' ? undefined : `${attempts} attempts instead of 3,2,2`
  yield { name: 'the bindings repeated what failed for a while or was cut off', failure }
}
