import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyBytes } from './support/bodyBytes.js'
import { comparable } from './support/comparable.js'
import type { RecordedExchange, RecordedSetup } from './support/Recorded.js'
import { readFixture } from './support/readFixture.js'
import { sendRaw } from './support/sendRaw.js'
import { type RecordedCloud, startRecorded } from './support/startRecorded.js'

interface Scenario {
  scenario: string
  setup: RecordedSetup
  steps: RecordedExchange[]
}

const { scenarios } = readFixture<{ scenarios: Scenario[] }>('pithos-server-exchanges.json')

describe.each(scenarios.map((item) => [item.scenario, item] as const))('%s', (_, { setup, steps }) => {
  let recorded: RecordedCloud
  // Ids of published objects are drawn by lot: the recorded ones by those of this run.
  const publicIds = new Map<string, string>()
  beforeAll(async () => {
    recorded = await startRecorded(setup)
  })
  afterAll(() => recorded[Symbol.asyncDispose]())

  const names = steps.map(
    ({ request }, index) => [`${index + 1}. ${request.method} ${request.target.slice(-60)}`, index] as const,
  )
  test.each(names)('%s', async (_, index) => {
    const { request, response } = steps[index]!
    // Versions are made at the time at which the real server made them: `until` asks for such times.
    if (!['GET', 'HEAD'].includes(request.method)) {
      recorded.setTime(Date.parse(response.headers['Last-Modified'] ?? '') / 1000)
    }
    const { origin } = recorded.cloud
    const target = request.target.replace(/\/public\/(\w+)/, (path, id: string) =>
      path.replace(id, publicIds.get(id) ?? id),
    )
    const answer = await sendRaw(origin, { ...request, target })
    const idOf = (url: string | undefined) => /\w+$/.exec(url ?? '')?.[0]
    const [recordedId, id] = [idOf(response.headers['X-Object-Public']), idOf(answer.headers['x-object-public'])]
    if (recordedId !== undefined && id !== undefined) publicIds.set(recordedId, id)
    const actual = comparable(answer.status, answer.headers, answer.body, origin)
    const expected = comparable(
      response.status,
      response.headers,
      bodyBytes(response.body),
      'https://pithos.example.org',
    )
    expect(actual).toEqual(expected)
  })
})
