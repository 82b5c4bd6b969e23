export { builtinModule } from './builtinModule.js'
export type { CallOptions, HttpCallOptions } from './CallOptions.js'
export { createRequestId } from './createRequestId.js'
export { ApiError, type ApiErrorDetails, isApiError } from './errors/ApiError.js'
export { brands, hasErrorBrand } from './errors/brand.js'
export { ClientError, type ClientErrorDetails, type ErrorKind, isClientError } from './errors/ClientError.js'
export {
  ConfigurationError,
  type ConfigurationErrorDetails,
  isConfigurationError,
} from './errors/ConfigurationError.js'
export { ConnectionError, type ConnectionErrorDetails, isConnectionError } from './errors/ConnectionError.js'
export { isProtocolError, ProtocolError, type ProtocolErrorDetails } from './errors/ProtocolError.js'
export { isTimeoutError, TimeoutError, type TimeoutErrorDetails } from './errors/TimeoutError.js'
export type {
  CallEvent,
  ClientHooks,
  FailureEvent,
  HookEvent,
  NoticeEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from './events/ClientHooks.js'
export { isObserved } from './events/isObserved.js'
export { notify } from './events/notify.js'
export { parseJson } from './json/parseJson.js'
export { stringifyJson } from './json/stringifyJson.js'
export { type MapConcurrentOptions, mapConcurrent } from './mapConcurrent.js'
export { nodeModule } from './nodeModule.js'
export { redacted, redactText } from './redaction/redactText.js'
export { isSecretName, redactValue } from './redaction/redactValue.js'
export { Secret } from './redaction/Secret.js'
export { parseRetryAfter } from './retry/parseRetryAfter.js'
export { type ResolvedRetryOptions, type RetryOptions, resolveRetryOptions } from './retry/RetryOptions.js'
export { type RetryNotice, type RetryPolicy, retry } from './retry/retry.js'
export { retryDelay } from './retry/retryDelay.js'
export { type Clock, systemClock } from './time/Clock.js'
export { checkTimeoutMs } from './time/checkTimeoutMs.js'
export { Deadline, type DeadlineOptions } from './time/Deadline.js'
export { type SleepOptions, sleep } from './time/sleep.js'
