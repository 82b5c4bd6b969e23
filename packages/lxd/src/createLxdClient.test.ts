import { inspect } from 'node:util'
import { ConfigurationError, Secret } from '@x/core-errors'
import { expect, test } from 'vitest'
import { type CreateLxdClientParameters, createLxdClient } from './createLxdClient.js'

test.each([
  ['nothing', {}, 'socketPath'],
  ['two addresses', { socketPath: '/x', url: 'https://a:8443' }, 'socketPath'],
  ['an empty socket', { socketPath: '' }, 'socketPath'],
  ['plain HTTP', { url: 'http://a:8443' }, 'url'],
  ['a path', { url: 'https://a:8443/1.0' }, 'url'],
  ['credentials in the URL', { url: 'https://me:pw@a:8443' }, 'url'],
  ['a certificate without key', { url: 'https://a', certificate: 'c' }, 'key'],
  ['a key without certificate', { url: 'https://a', key: 'k' }, 'certificate'],
  ['a pin and authorities', { url: 'https://a', serverCertificate: 'f'.repeat(64), ca: 'c' }, 'serverCertificate'],
  ['a pin that is none', { url: 'https://a', serverCertificate: 'abc' }, 'serverCertificate'],
  ['no time', { socketPath: '/x', timeoutMs: 0 }, 'timeoutMs'],
  ['no connections', { socketPath: '/x', maxConnections: 0 }, 'maxConnections'],
  ['no attempts', { socketPath: '/x', retry: { attempts: 0 } }, 'retry.attempts'],
])('a client with %s is refused when it is made', (_, parameters: CreateLxdClientParameters, path) => {
  const make = () => createLxdClient(parameters)
  expect(make).toThrow(ConfigurationError)
  expect(make).toThrow(expect.objectContaining({ path, attempts: 0 }))
})

test('a fingerprint is taken with colons and capitals too', () => {
  const serverCertificate = Array.from({ length: 32 }, () => 'AB').join(':')
  expect(createLxdClient({ url: 'https://a', serverCertificate }).config.serverCertificate).toBe('ab'.repeat(32))
})

test('a client is a frozen plain object, which prints no secrets', () => {
  const client = createLxdClient({ url: 'https://a', certificate: 'c', key: new Secret('the key'), token: 'the token' })
  expect(Object.isFrozen(client)).toBe(true)
  expect(inspect(client, { depth: 9 }) + JSON.stringify(client)).not.toMatch(/the key|the token/)
})

test('closing a client that was never used, twice, is nothing', async () => {
  const client = createLxdClient({ socketPath: '/does/not/exist' })
  await client.close()
  await client[Symbol.asyncDispose]()
})
