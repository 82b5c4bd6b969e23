import { isConfigurationError } from '@x/core-errors'
import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { hostileTexts } from '@x-tooling/recorded'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestRaw } from '../src/http/requestRaw.js'
import { createSynnefoSession } from '../src/index.js'
import { caught } from './support/caught.js'

let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer(() => new Response('{}'))
})
afterAll(() => server.close())

const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
)
// One at a time: what is refused hides what the others would have done.
const place = fc.constantFrom('token', 'header', 'segment', 'value')
const known = new Set(['accept', 'x-auth-token', 'x-name', 'accept-encoding', 'accept-language', 'connection', 'host'])
const ofClients = new Set(['user-agent', 'sec-fetch-mode'])

test('tokens, headers, segments and query values stay where they belong, or nothing is sent', async () => {
  await fc.assert(
    fc.asyncProperty(place, hostile, async (name, text) => {
      const at = (one: string) => (one === name ? text : 'plain')
      const [token, header, segment, value] = [at('token'), at('header'), at('segment'), at('value')]
      server.clearRequests()
      const send = async () => {
        const session = createSynnefoSession({ endpoints: { compute: server.url }, token, retry: false })
        const request = { operation: 'x', service: 'compute', method: 'GET', idempotent: true } as const
        const headers = { 'x-name': header }
        return requestRaw(session, {
          ...request,
          path: ['a', segment, { slashes: segment }],
          query: { k: value },
          headers,
        })
      }
      const outcome = await caught(send())
      const [sent] = server.requests
      if (sent === undefined) {
        expect(isConfigurationError(outcome)).toBe(true)
        return
      }
      expect(server.requests).toHaveLength(1)
      expect(sent.headers.get('x-auth-token')).toBe(token)
      expect(sent.headers.get('x-name')).toBe(header.replaceAll(/^[\t ]+|[\t ]+$/g, ''))
      expect([...sent.headers.keys()].filter((name) => !known.has(name) && !ofClients.has(name))).toEqual([])
      const [, , first, second = '', ...rest] = sent.path.split('/').slice(1)
      expect([first, [second, ...rest].join('/')].map((part) => decodeURIComponent(part ?? ''))).toEqual([
        segment,
        segment,
      ])
      expect([...new URLSearchParams(sent.search)]).toEqual([['k', value]])
    }),
    { numRuns: 300 },
  )
})

test('plain texts of all kinds do arrive', async () => {
  const session = createSynnefoSession({ endpoints: { compute: server.url }, token: 'a=/b+c~', retry: false })
  server.clearRequests()
  const path = ['a b', { slashes: 'c/d é' }]
  const request = { operation: 'x', service: 'compute', method: 'GET', idempotent: true, path } as const
  await requestRaw(session, { ...request, headers: { 'X-Name': 'Grüße; a=b' }, query: { 'k&=': 'v/&=+ Ω' } })
  const [sent] = server.requests
  expect(sent?.headers.get('x-name')).toBe('Grüße; a=b')
  expect(sent?.path).toBe('/v2.0/a%20b/c/d%20%C3%A9')
  expect([...new URLSearchParams(sent?.search)]).toEqual([['k&=', 'v/&=+ Ω']])
})
