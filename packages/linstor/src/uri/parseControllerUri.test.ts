import { isConfigurationError } from '@x/core-errors'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseControllerUri } from './parseControllerUri.js'

test.each([
  ['linstor://alpha', 'alpha', 3376, false, false],
  ['linstor+ssl://alpha', 'alpha', 3377, true, false],
  ['linstorstlt://alpha', 'alpha', 3366, false, true],
  ['linstorstlt+ssl://alpha', 'alpha', 3367, true, true],
  ['LINSTOR://Alpha:1', 'Alpha', 1, false, false],
  ['linstor://192.0.2.1:65535', '192.0.2.1', 65_535, false, false],
  ['linstor://alpha:', 'alpha', 3376, false, false],
  ['linstor://alpha/', 'alpha', 3376, false, false],
  ['linstor://[2001:db8::1]:3000', '2001:db8::1', 3000, false, false],
  ['linstor://[2001:db8::1]', '2001:db8::1', 3376, false, false],
  ['linstor://2001:db8::1', '2001:db8::1', 3376, false, false],
  ['linstor://fe80::1%eth0', 'fe80::1%eth0', 3376, false, false],
])('reads %s', (text, host, port, tls, satellite) => {
  const scheme = text.slice(0, text.indexOf(':')).toLowerCase()
  const uri = `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`
  expect(parseControllerUri(text)).toEqual({ uri, host, port, tls, satellite })
  expect(parseControllerUri(uri)).toMatchObject({ host, port })
})

test.each([
  ['alpha', 'has no scheme'],
  ['http://alpha', 'unknown scheme "http"'],
  ['linstor:///', 'no usable host'],
  ['linstor://', 'no usable host'],
  ['linstor://[::1', 'bracket'],
  ['linstor://[alpha]', 'no IPv6 address'],
  ['linstor://[::1]x', 'bracket'],
  ['linstor://alpha:0', 'has port "0"'],
  ['linstor://alpha:65536', 'has port "65536"'],
  ['linstor://alpha:12a', 'has port "12a"'],
  ['linstor://al pha', 'no usable host'],
  ['linstor://alpha/path', 'path or query'],
  ['linstor://alpha?x=1', 'path or query'],
  ['linstor://user:secret@alpha', 'credentials are not taken'],
  ['user:secret@alpha', 'credentials are not taken'],
])('refuses %s', (text, reason) => {
  expect(() => parseControllerUri(text)).toThrow(reason)
  expect(() => parseControllerUri(text)).toThrow(expect.toSatisfy(isConfigurationError))
  expect(() => parseControllerUri(text)).not.toThrow('secret')
})

test('any text gives an address that reads the same again, or an error of the caller', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `linstor://${text}`),
      ),
      (text) => {
        try {
          const address = parseControllerUri(text)
          expect(parseControllerUri(address.uri)).toEqual(address)
        } catch (error) {
          if (!isConfigurationError(error)) throw error
        }
      },
    ),
  )
})
