import { join } from 'node:path'
import { isConfigurationError, isProtocolError } from '@x/core-errors'
import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { hostileTexts, loadCalls, parametersFor, type TableCall } from '@x-tooling/recorded'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAstakos, isSynnefoApiError } from '../src/index.js'
import { caught } from './support/caught.js'

type Call = (parameters: object, options?: object) => Promise<unknown>

let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer(() => new Response('{}'))
})
afterAll(() => server.close())

const calls = loadCalls(join(import.meta.dirname, '..', 'spec'), 'account').filter(({ byHand }) => !byHand)
const sample = (call: TableCall) => parametersFor(call, (name) => `${name}-1`)

function caller({ name, params }: TableCall): Call {
  const endpoints = { identity: server.url, account: server.url, ui: server.url, oauth2: server.url }
  // `identity` alone is no address to log in at again: that is `url`.
  const astakos = createAstakos({ endpoints, token: 'the-token', retry: false })
  const call = (astakos as object as Record<string, Call>)[name] as Call
  // Without parameters of its own a call takes the options first.
  return params.length === 0 ? (_parameters, options) => call(options ?? {}) : call
}

test.for(calls)('$name: a refusal is a typed error that names the call', async (call) => {
  server.failNext({ status: 403, body: { forbidden: { code: 403, message: 'not yours', details: '' } } })
  const error = await caught(caller(call)(sample(call)))
  if (!isSynnefoApiError(error)) throw error
  expect(error).toMatchObject({ operation: call.name, status: 403, faultName: 'forbidden', method: call.method })
})

test.for(calls)('$name: an abort ends it with its reason', async (call) => {
  const stop = new AbortController()
  const onArrival = () => {
    stop.abort(new Error('enough'))
    return true
  }
  server.failNext({ hang: true, match: onArrival })
  expect(await caught(caller(call)(sample(call), { signal: stop.signal }))).toBe(stop.signal.reason)
})

test.for(calls.filter(({ readsJson }) => readsJson))(
  '$name: a body that makes no sense is a typed error',
  async (call) => {
    for (const body of ['<html>', '"text"', '[{"unknown": 1}, 2]']) {
      server.failNext({ status: 200, body })
      const error = await caught(caller(call)(sample(call)))
      // An array is what the service links and memberships come in; their items are loose.
      const isLoose = call.name === 'getServices' && body.startsWith('[')
      expect(isProtocolError(error) || isLoose).toBe(true)
    }
  },
)

const needed = calls.filter(({ params }) => params.some(([key]) => !key.endsWith('?')))

test.for(needed)('$name: what is missing is an error before anything is sent', async (call) => {
  server.clearRequests()
  for (const key of Object.keys(sample(call))) {
    const { [key]: _, ...rest } = sample(call)
    const error = await caught(caller(call)(rest))
    expect([key, isConfigurationError(error)]).toEqual([key, true])
  }
  expect(server.requests).toHaveLength(0)
})

const hostile = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }))

test.for(calls)('$name: no parameter leaves its place', async (call) => {
  await fc.assert(
    fc.asyncProperty(hostile, async (value) => {
      server.clearRequests()
      const parameters = parametersFor(call, () => value, { all: true })
      const outcome = await caught(caller(call)(parameters))
      const [sent] = server.requests
      if (sent === undefined) {
        expect(isConfigurationError(outcome)).toBe(true)
        return
      }
      expect(server.requests).toHaveLength(1)
      const expected = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String(parameters[name])),
      )
      expect(sent.path.endsWith(expected)).toBe(true)
      const known = new Set(Object.keys(call.query))
      expect([...new URLSearchParams(sent.search).keys()].filter((key) => !known.has(key))).toEqual([])
      expect(sent.headers.get('x-evil')).toBeNull()
    }),
    { numRuns: 15 },
  )
})
