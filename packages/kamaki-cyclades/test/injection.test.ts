import { isConfigurationError } from '@x/core-errors'
import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { hostileTexts, parametersFor } from '@x-tooling/recorded'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createImage, parseImageLocation } from '../src/index.js'
import { caller, tableCalls } from './tables.js'

let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer(() => new Response('{}'))
})
afterAll(() => server.close())

const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)

test.for(tableCalls.filter(({ byHand }) => !byHand))('$id: no parameter leaves its place', async (call) => {
  await fc.assert(
    fc.asyncProperty(hostile, async (value) => {
      server.clearRequests()
      const parameters = parametersFor(call, () => value, { all: true })
      const outcome = await caller(server.url, call)(parameters).catch((error: unknown) => error)
      const [sent] = server.requests
      if (sent === undefined) {
        expect(isConfigurationError(outcome)).toBe(true) // refused, and with reason: no address can carry it
        return
      }
      expect(server.requests).toHaveLength(1)
      const segments = sent.path.split('/').slice(2).map(decodeURIComponent)
      const expected = segmentsOf(call.path, parameters)
      expect(segments).toEqual(expected)
      const known = new Set(Object.keys(call.query))
      expect([...new URLSearchParams(sent.search).keys()].filter((key) => !known.has(key))).toEqual([])
      expect(sent.headers.get('x-evil')).toBeNull()
      expect(sent.headers.get('x-auth-token')).toBe('the-token')
    }),
    { numRuns: 6 },
  )
})

// The segments that a path has when its parameters stand in their places.
function segmentsOf(path: string, parameters: Record<string, unknown>): string[] {
  const whole = path.replaceAll(/\[(?:\/detail\|)?([^\]]+)\]/g, '$1')
  return whole
    .slice(1)
    .split('/')
    .map((part) => (part.startsWith('{') ? String(parameters[part.slice(1, -1)]) : part))
}

test('names, places and properties of images leave no header', async () => {
  const image = createImage({ session: createSynnefoSession({ endpoints: { image: server.url }, token: 'the-token' }) })
  const names = new Set(['x-image-meta-name', 'x-image-meta-location', 'x-image-meta-disk-format'])
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (name, path, value) => {
      server.clearRequests()
      const location = { account: 'a', container: 'c', path }
      const key = value.slice(0, 5)
      const params = { disk_format: value }
      const parameters = { name, location, params, properties: { users: value, [key]: 'x' } }
      const outcome = await image.register(parameters).catch((error: unknown) => error)
      const [sent] = server.requests
      if (sent === undefined) {
        expect(isConfigurationError(outcome)).toBe(true)
        return
      }
      const meta = [...sent.headers].filter(([header]) => header.startsWith('x-image-meta-'))
      const unknown = meta.filter(([header]) => !names.has(header) && !header.startsWith('x-image-meta-property-'))
      expect(unknown).toEqual([])
      expect(sent.headers.get('x-evil')).toBeNull()
      expect(decodeURIComponent(sent.headers.get('x-image-meta-name') ?? '')).toBe(name)
      expect(parseImageLocation(sent.headers.get('x-image-meta-location') ?? '')).toEqual(location)
      expect(decodeURIComponent(sent.headers.get('x-image-meta-property-users') ?? '')).toBe(
        key === 'users' ? 'x' : value,
      )
    }),
    { numRuns: 150 },
  )
})
