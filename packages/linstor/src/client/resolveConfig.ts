import { ConfigurationError, resolveRetryOptions } from '@x/core-errors'
import { defaultMaxReceivedPayloadBytes } from '@x/linstor-wire'
import type { ControllerAddress } from '../uri/ControllerAddress.js'
import type { LinstorClientParameters } from './LinstorClientParameters.js'
import type { LinstorConfig } from './LinstorConfig.js'

/** Checks the parameters of a client and fills in the defaults. @throws {ConfigurationError} */
export function resolveConfig(
  parameters: LinstorClientParameters,
  addresses: readonly ControllerAddress[],
): LinstorConfig {
  const { keepAlive = {}, parallelDial = false, checkLimits = true, invalidText = 'refuse' } = parameters
  if (invalidText !== 'refuse' && invalidText !== 'replace') throw invalid('invalidText', "'refuse' or 'replace'")
  return Object.freeze({
    uris: Object.freeze(addresses.map(({ uri }) => uri)),
    connectTimeoutMs: milliseconds('connectTimeoutMs', parameters.connectTimeoutMs, 10_000),
    parallelDial,
    timeoutMs: milliseconds('timeoutMs', parameters.timeoutMs, 300_000),
    idleTimeoutMs: milliseconds('idleTimeoutMs', parameters.idleTimeoutMs, 300_000),
    keepAliveMs:
      keepAlive === false
        ? Number.POSITIVE_INFINITY
        : milliseconds('keepAlive.intervalMs', keepAlive.intervalMs, 5_000),
    retry: Object.freeze(resolveRetryOptions(parameters.retry)),
    maxPayloadBytes: bytes('maxPayloadBytes', parameters.maxPayloadBytes),
    maxAnswerBytes: bytes('maxAnswerBytes', parameters.maxAnswerBytes),
    checkLimits,
    invalidText,
  })
}

function milliseconds(path: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback
  if (typeof value !== 'number' || !(value > 0)) throw invalid(path, 'a number of milliseconds above 0')
  return value
}

function bytes(path: string, value: number = defaultMaxReceivedPayloadBytes): number {
  if (value >>> 0 !== value) throw invalid(path, 'a whole number of bytes from 0 to 4294967295')
  return value
}

const invalid = (path: string, expected: string): ConfigurationError =>
  new ConfigurationError(`${path} must be ${expected}`, { path })
