import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactText } from './redactText.js'
import { isSecretName, redactValue } from './redactValue.js'
import { Secret } from './Secret.js'

test('credentials are recognized without being told', () => {
  const samples = [
    'Authorization: Storpool v1:1234567890123456789',
    'authorization="Bearer abcdef.ghi"',
    '{"x-auth-token":"abcdefgh"}',
    'https://user:abcdefgh@example.org/path',
    'GET /1.0/operations/1/websocket?secret=abcdefgh&x=1',
    'password=abcdefgh',
    '"adminPass": "abcdefgh"',
    '-----BEGIN RSA PRIVATE KEY-----\nabcdefgh\n-----END RSA PRIVATE KEY-----',
    'Bearer abcdefgh',
  ]
  for (const sample of samples) {
    expect(redactText(sample, [])).toContain('[redacted]')
    expect(redactText(sample, [])).not.toMatch(/abcdef|123456/)
  }
})

test('ordinary texts stay as they are', () => {
  for (const text of [
    'volume db-01 not found',
    'token class operation',
    'https://example.org/a@b',
    'the secret of life',
    '',
  ]) {
    expect(redactText(text, ['1'])).toBe(text)
  }
})

test('a given secret is found in every text, also encoded', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
      fc.pre(!'[redacted]'.includes(secret) && secret.isWellFormed())
      const result = redactText(`${before}|${encodeURIComponent(secret)}|${JSON.stringify(secret)}|${after}`, [secret])
      return !result.includes(`|${encodeURIComponent(secret)}|`) && !result.includes(`|${JSON.stringify(secret)}|`)
    }),
  )
})

test('long texts that almost match are searched without backtracking for ever', () => {
  for (const piece of ['a', 'a-', 'token', 'x-', '://', '-----BEGIN PRIVATE KEY-----', 'password="\\', ' : ']) {
    expect(redactText(piece.repeat(100_000 / piece.length), ['never there'])).not.toContain('never there')
  }
})

test('fields are hidden by their name', () => {
  for (const name of ['X-Auth-Token', 'adminPass', 'private_key', 'Authorization', 'passphrase', 'client_secret']) {
    expect(isSecretName(name)).toBe(true)
  }
  for (const name of ['tokens', 'name', 'keyName', 'secretary']) expect(isSecretName(name)).toBe(false)
  expect(redactValue({ a: [{ password: 'x', size: 5n }], url: 'https://u:pass@h/' }, [])).toEqual({
    a: [{ password: '[redacted]', size: '5' }],
    url: 'https://[redacted]@h/',
  })
})

test('cyclic and deep values end', () => {
  const cycle: { next?: unknown } = {}
  cycle.next = cycle
  expect(JSON.stringify(redactValue(cycle, []))).toContain('[…]')
})

test('a Secret prints as nothing', () => {
  const secret = new Secret('hunter2!')
  expect(`${secret} ${JSON.stringify({ secret })}`).not.toContain('hunter2')
  expect(secret.reveal()).toBe('hunter2!')
})
