import {
  ConfigurationError,
  type HttpCallOptions,
  isApiError,
  isClientError,
  isConnectionError,
  isTimeoutError,
  type ResolvedRetryOptions,
  resolveRetryOptions,
} from '@x/core-errors'
import type { TransferOptions } from './TransferOptions.js'

/** The options of a transfer with their defaults. */
export interface ResolvedTransfer {
  readonly concurrency: number
  readonly retry: ResolvedRetryOptions
  /** For every request: bound, headers, id. The signal is added where the request is made. */
  readonly call: Omit<HttpCallOptions, 'signal'>
}

/** @throws {ConfigurationError} */
export function resolveTransfer(options: TransferOptions): ResolvedTransfer {
  const { concurrency = 4, timeoutMs = 120_000, requestId, headers } = options
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new ConfigurationError(`concurrency must be a whole number of at least 1, not ${concurrency}`, {
      path: 'concurrency',
    })
  }
  const retry = resolveRetryOptions(options.retry, { attempts: 8, baseDelayMs: 200, maxDelayMs: 10_000 })
  return { concurrency, retry, call: { timeoutMs, requestId, headers } }
}

/** Whether a step of a transfer may succeed when it is made again: lost connections, time bounds, 5xx, too many requests. */
export function isTemporary(error: unknown): boolean {
  if (!isClientError(error)) return false
  if (isApiError(error))
    return (error.status ?? 0) >= 500 && error.status !== 501 ? true : error.status === 429 || error.status === 408
  return error.retryable
}

/** Whether nobody knows if the server did the work: no answer came. */
export const isUncertain = (error: unknown): boolean =>
  isTimeoutError(error) || (isConnectionError(error) && error.mayHaveBeenSent)
