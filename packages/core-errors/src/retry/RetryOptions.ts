import { ConfigurationError } from '../errors/ConfigurationError.js'

/** How often a call is repeated, and how long it waits in between. */
export interface RetryOptions {
  /** Attempts in all, the first included. @default 3 */
  attempts?: number | undefined
  /** Upper bound of the first wait, in milliseconds; doubles with every further one. @default 100 */
  baseDelayMs?: number | undefined
  /** Upper bound of any wait, in milliseconds, also of one that the server asks for. @default 5_000 */
  maxDelayMs?: number | undefined
  /** Replaces the computed wait: gets the number of the retry (0 for the first) and answers milliseconds. */
  delayMs?: ((retry: number) => number) | undefined
}

/** {@link RetryOptions} with every default filled in. */
export interface ResolvedRetryOptions {
  /** Attempts in all, the first included. */
  readonly attempts: number
  /** Upper bound of the first wait, in milliseconds. */
  readonly baseDelayMs: number
  /** Upper bound of any wait, in milliseconds. */
  readonly maxDelayMs: number
  /** Replaces the computed wait. */
  readonly delayMs: ((retry: number) => number) | undefined
}

/** Fills in the defaults and checks the numbers. `false` means one attempt. @throws {ConfigurationError} */
export function resolveRetryOptions(
  options: RetryOptions | false | undefined,
  defaults: RetryOptions = {},
): ResolvedRetryOptions {
  const chosen = options === false ? { attempts: 1 } : { ...options }
  const resolved = {
    attempts: chosen.attempts ?? defaults.attempts ?? 3,
    baseDelayMs: chosen.baseDelayMs ?? defaults.baseDelayMs ?? 100,
    maxDelayMs: chosen.maxDelayMs ?? defaults.maxDelayMs ?? 5_000,
    delayMs: chosen.delayMs ?? defaults.delayMs,
  }
  if (!Number.isInteger(resolved.attempts) || resolved.attempts < 1) {
    throw new ConfigurationError(`retry.attempts must be a whole number of at least 1, not ${resolved.attempts}`, {
      path: 'retry.attempts',
    })
  }
  for (const key of ['baseDelayMs', 'maxDelayMs'] as const) {
    if (!(resolved[key] >= 0)) {
      throw new ConfigurationError(`retry.${key} must be at least 0 ms, not ${resolved[key]}`, { path: `retry.${key}` })
    }
  }
  return resolved
}
