import { isConfigurationError, isProtocolError } from '@x/core-errors'
import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { isSynnefoApiError } from '@x/kamaki-astakos'
import { parametersFor } from '@x-tooling/recorded'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caught } from './startCloud.js'
import { caller, tableCalls } from './tables.js'

let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer(() => new Response('{}'))
})
afterAll(() => server.close())

const generated = tableCalls.filter(({ byHand }) => !byHand)
const sample = (call: (typeof generated)[number]) => parametersFor(call, (name) => `${name}-1`)

test.for(generated)('$id: a refusal is a typed error that names the call', async (call) => {
  server.failNext({ status: 403, body: { forbidden: { code: 403, message: 'not yours', details: '' } } })
  const error = await caught(caller(server.url, call)(sample(call)))
  if (!isSynnefoApiError(error)) throw error
  expect(error).toMatchObject({ operation: call.name, status: 403, faultName: 'forbidden', method: call.method })
})

test.for(generated)('$id: an abort ends it with its reason', async (call) => {
  const stop = new AbortController()
  const onArrival = () => {
    stop.abort(new Error('enough'))
    return true
  }
  server.failNext({ hang: true, match: onArrival })
  expect(await caught(caller(server.url, call)(sample(call), { signal: stop.signal }))).toBe(stop.signal.reason)
})

test.for(generated.filter(({ readsJson }) => readsJson))(
  '$id: a body that makes no sense is a typed error',
  async (call) => {
    for (const body of ['<html>', '[1, 2]', '{"unknown": []}']) {
      server.failNext({ status: successOf(call), body })
      const error = await caught(caller(server.url, call)(sample(call)))
      expect(isProtocolError(error) && [error.operation, error.message.includes(body)]).toEqual([call.name, false])
    }
  },
)

const needed = generated.filter(
  ({ name, params }) => name !== 'createKey' && params.some(([key]) => !key.endsWith('?')),
)

test.for(needed)('$id: what is missing is an error before anything is sent', async (call) => {
  server.clearRequests()
  for (const key of Object.keys(sample(call))) {
    const { [key]: _, ...rest } = sample(call)
    const error = await caught(caller(server.url, call)(rest))
    expect([key, isConfigurationError(error)]).toEqual([key, true])
  }
  expect(server.requests).toHaveLength(0)
})

// The first status that a call takes for success; a 304 has no body.
function successOf({ name, method }: (typeof generated)[number]): number {
  if (method === 'POST' && /^(?:createVolume|createSnapshot|attachVolume)$/.test(name)) return 202
  const isMade = /^(?:update|create)(?:Server|Image)Metadata$|^create(?:Network|Key|Port)$/.test(name)
  return isMade ? 201 : 200
}
