import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import {
  ApiError,
  ConfigurationError,
  ConnectionError,
  isApiError,
  isClientError,
  isConfigurationError,
  isConnectionError,
  isProtocolError,
  isTimeoutError,
  ProtocolError,
  TimeoutError,
} from '../index.js'
import { hasErrorBrand } from './brand.js'

const token = 'tok3n-0123456789'

class ExampleApiError extends ApiError {
  static override readonly brand = 'ExampleApiError'
}

test('each kind answers to its own guard and to no other', () => {
  const errors = [
    new ConfigurationError('a'),
    new ConnectionError('b'),
    new TimeoutError('c', { timeoutMs: 1 }),
    new ApiError('d'),
    new ProtocolError('e'),
  ]
  const guards = [isConfigurationError, isConnectionError, isTimeoutError, isApiError, isProtocolError]
  for (const [row, error] of errors.entries()) {
    expect(guards.map((guard) => guard(error))).toEqual(guards.map((_, column) => row === column))
    expect(isClientError(error)).toBe(true)
  }
  expect(errors.map((error) => error.kind)).toEqual(['configuration', 'connection', 'timeout', 'api', 'protocol'])
})

test('a service error keeps its own name and is still an ApiError', () => {
  const error = new ExampleApiError('volumesList: no (403)', { status: 403, code: 'denied' })
  expect(error).toMatchObject({ name: 'ExampleApiError', kind: 'api', status: 403, code: 'denied' })
  expect(isApiError(error)).toBe(true)
  expect(hasErrorBrand(error, 'ExampleApiError')).toBe(true)
  expect(String(error)).toBe('ExampleApiError: volumesList: no (403)')
})

test('guards refuse what only looks like an error of the family', () => {
  for (const value of [undefined, null, 'ApiError', new Error('x'), { name: 'ApiError', kind: 'api' }]) {
    expect(isApiError(value)).toBe(false)
  }
})

test('secrets appear nowhere: message, stack, toJSON, inspect, cause chain, an error around it', () => {
  const root = Object.assign(new Error(`refused ${token}`), { headers: { 'x-auth-token': token }, code: 'ENOPE' })
  const cause = new TypeError(`fetch failed for ${encodeURIComponent(token)}`, { cause: root })
  const error = new ConnectionError(`login with ${token} failed`, { cause, secrets: [token], operation: 'login' })
  const outer = new Error('outer', { cause: error })
  const printed = [
    error.message,
    error.stack,
    String(error.cause),
    JSON.stringify(error),
    inspect(error, { depth: 10 }),
    inspect(outer, { depth: 10, showHidden: true }),
    (error.cause as Error).stack,
    inspect((error.cause as Error).cause),
  ]
  for (const text of printed) expect(text).not.toContain(token)
  expect(error.message).toBe('login with [redacted] failed')
  expect(error.toJSON()).toMatchObject({ name: 'ConnectionError', operation: 'login', cause: { name: 'TypeError' } })
  expect((error.cause as { cause: { code: string } }).cause.code).toBe('ENOPE')
})

test('a cause without secrets is kept as it is', () => {
  const cause = new RangeError('too far')
  expect(new ProtocolError('no', { cause, secrets: [token] }).cause).toBe(cause)
})

test('toJSON holds the data and nothing undefined', () => {
  expect(new ApiError('no', { status: 409, operation: 'create', attempts: 2 }).toJSON()).toEqual({
    name: 'ApiError',
    message: 'no',
    kind: 'api',
    operation: 'create',
    attempts: 2,
    retryable: false,
    status: 409,
  })
})

test('a lost connection is retryable only where nothing can have been sent', () => {
  expect(new ConnectionError('x').retryable).toBe(false)
  expect(new ConnectionError('x', { mayHaveBeenSent: false }).retryable).toBe(true)
  expect(new ConnectionError('x', { retryable: true }).retryable).toBe(true)
})
