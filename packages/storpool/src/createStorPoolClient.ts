import { type ClientHooks, type Clock, ConfigurationError, type RetryOptions, Secret } from '@x/core-errors'
import { createHttpTransport, type HttpCall } from '@x/core-errors/ky'
import { patientFetch } from './internal/patientFetch.js'
import { resolveConfig } from './internal/resolveConfig.js'
import type { Issue } from './reader/Issue.js'

/** What a client is made of. */
export interface CreateStorPoolClientParameters {
  /** Base URL of the API, for example `http://192.0.2.10:81`. */
  url: string | URL
  /** Token, or a function asked for one before each attempt and again once after a 401. */
  token: string | Secret | (() => string | Promise<string>)
  /** Upper bound for one attempt, in milliseconds; `Infinity` for none. @default 300_000 */
  timeoutMs?: number | undefined
  /**
   * How often a call is made again after a transient refusal or a lost connection. `delayMs` replaces the waits of 1, 2, 4,
   * 8 and 16 seconds; `baseDelayMs` or `maxDelayMs` replace them by random ones.
   *
   * @default { attempts: 6, delayMs: (retry) => 1_000 * 2 ** retry }
   */
  retry?: RetryOptions | false | undefined
  /**
   * Whether a call that changes something is made again when the connection was lost after it was sent. The server may
   * have done the work: a deletion may then end in `objectDoesNotExist`, and a creation happen twice.
   *
   * @default false
   */
  retryLostPosts?: boolean | undefined
  /** Whether calls that can go to all clusters. @default false */
  multiCluster?: boolean | undefined
  /** What happens when an answer does not fit its documented types. @default 'lenient' */
  validation?: 'lenient' | 'strict' | undefined
  /** Told what does not fit in a lenient answer. */
  onIssues?: ((issues: readonly Issue[]) => void) | undefined
  /** Upper bound of an answer, in bytes. @default 268_435_456 (256 MiB) */
  maxResponseBytes?: number | undefined
  /** Replaces `globalThis.fetch`; receives a standard `Request`. */
  fetch?: typeof globalThis.fetch | undefined
  hooks?: ClientHooks | undefined
  /** Measures and waits; for tests. @default the system's */
  clock?: Clock | undefined
}

/** The settings of a client that hold no secret. */
export interface StorPoolClientConfig {
  /** Where all paths begin, with a slash at the end: `http://192.0.2.10:81/ctrl/1.0/`. */
  readonly url: string
  readonly multiCluster: boolean
  readonly retryLostPosts: boolean
  readonly validation: 'lenient' | 'strict'
  readonly onIssues: ((issues: readonly Issue[]) => void) | undefined
}

/** A client as the actions take it: settings and a way to make calls. Holds no connection. */
export interface StorPoolClient {
  readonly kind: 'storpool'
  readonly config: StorPoolClientConfig
  /** Makes a call that an action has prepared. */
  readonly transport: <T>(call: HttpCall<T>) => Promise<T>
}

/**
 * Makes a client for the actions of `@x/storpool/actions`. Sends nothing.
 *
 * @throws {ConfigurationError} when a setting can't be used.
 */
export function createStorPoolClient(parameters: CreateStorPoolClientParameters): StorPoolClient {
  const { token, timeoutMs = 300_000, fetch = patientFetch } = parameters
  const config = resolveConfig(parameters)
  let current = typeof token === 'string' ? new Secret(checked(token)) : token instanceof Secret ? token : undefined
  const authorize = async () => {
    if (typeof token === 'function') current = new Secret(checked(await token()))
    return { authorization: `Storpool v1:${current?.reveal() ?? ''}` }
  }
  const send = createHttpTransport({
    ...parameters,
    client: 'storpool',
    fetch,
    timeoutMs,
    retry: parameters.retry === false ? false : { ...defaultRetry(parameters.retry), ...parameters.retry },
    secrets: () => (current === undefined ? [] : [current.reveal()]),
  })
  const transport = <T>(call: HttpCall<T>): Promise<T> => send({ ...call, authorize })
  return Object.freeze({ kind: 'storpool', config, transport })
}

// Whoever sets the bounds of random waits wants those, not the fixed ones.
const defaultRetry = ({ baseDelayMs, maxDelayMs }: RetryOptions = {}): RetryOptions =>
  baseDelayMs === undefined && maxDelayMs === undefined
    ? { attempts: 6, delayMs: (retry) => 1_000 * 2 ** retry }
    : { attempts: 6 }

function checked(token: string): string {
  if (typeof token === 'string' && /^[\x21-\x7e]*$/.test(token)) return token
  throw new ConfigurationError('token must be text without blanks and control characters', { path: 'token' })
}
