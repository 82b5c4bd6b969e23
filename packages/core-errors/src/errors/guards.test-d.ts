import { expectTypeOf, test } from 'vitest'
import {
  type ApiError,
  type ClientError,
  type ConfigurationError,
  type ConnectionError,
  type ErrorKind,
  isApiError,
  isClientError,
  isConfigurationError,
  isConnectionError,
  isProtocolError,
  isTimeoutError,
  type ProtocolError,
  type TimeoutError,
} from '../index.js'

test('each guard narrows what was caught to its kind', () => {
  expectTypeOf(isConfigurationError).guards.toEqualTypeOf<ConfigurationError>()
  expectTypeOf(isConnectionError).guards.toEqualTypeOf<ConnectionError>()
  expectTypeOf(isTimeoutError).guards.toEqualTypeOf<TimeoutError>()
  expectTypeOf(isApiError).guards.toEqualTypeOf<ApiError>()
  expectTypeOf(isProtocolError).guards.toEqualTypeOf<ProtocolError>()
  expectTypeOf(isClientError).guards.toEqualTypeOf<ClientError>()
  expectTypeOf(isApiError).parameter(0).toBeUnknown()
})

test('status and code are data, and absent where there was none', () => {
  expectTypeOf<ApiError['status']>().toEqualTypeOf<number | undefined>()
  expectTypeOf<ApiError['code']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<ConnectionError['mayHaveBeenSent']>().toBeBoolean()
  expectTypeOf<TimeoutError['timeoutMs']>().toBeNumber()
  expectTypeOf<ClientError['kind']>().toEqualTypeOf<ErrorKind>()
})
