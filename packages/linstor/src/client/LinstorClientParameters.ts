import type { ClientHooks, Clock, RetryOptions, Secret } from '@x/core-errors'
import type { DuplexFactory } from '../connection/DuplexFactory.js'
import type { LinstorTlsOptions } from '../connection/LinstorTlsOptions.js'

/** Who signs in, and with what. */
export interface LinstorSignIn {
  /** Name of the identity, as the controller knows it. */
  identity: string
  /** The password, or a function that is asked for it on each new connection. */
  password: string | Secret | (() => string | Secret | Promise<string | Secret>)
}

/** How a client reaches its controllers, and how patient it is. */
export interface LinstorClientParameters {
  /**
   * One controller or several, as a text with commas or a list: `linstor://host[:port]`, `linstor+ssl://host[:port]`.
   * Without a scheme `linstor://` is meant. The first that answers is used, in this order.
   */
  uri: string | readonly string[]
  /** Upper bound for one controller, in milliseconds: TCP, TLS and the version message together. @default 10_000 */
  connectTimeoutMs?: number | undefined
  /** Dials all controllers at once and takes the first that answers. @default false */
  parallelDial?: boolean | undefined
  /** Upper bound for one attempt of a call, in milliseconds; `Infinity` for none. @default 300_000 */
  timeoutMs?: number | undefined
  /** Closes a connection on which nothing arrived for so long, in milliseconds; `Infinity` for never. @default 300_000 */
  idleTimeoutMs?: number | undefined
  /** Asks for a sign of life when nothing arrived for `intervalMs` milliseconds. @default { intervalMs: 5_000 } */
  keepAlive?: false | { intervalMs?: number | undefined } | undefined
  /** How TLS connections are secured. Certificates are verified unless this says otherwise. */
  tls?: LinstorTlsOptions | undefined
  /** Replaces the client's own sockets. */
  duplex?: DuplexFactory | undefined
  /** Signs in on each new connection, before any other call. */
  signIn?: LinstorSignIn | undefined
  /**
   * Repeats calls that only read after a timeout or a lost connection, and all calls of which nothing can have been sent.
   *
   * @default { attempts: 3, baseDelayMs: 100, maxDelayMs: 5_000 }
   */
  retry?: RetryOptions | false | undefined
  /** Largest payload of one frame that is accepted, in bytes; what is larger ends the connection. @default 268_435_456 */
  maxPayloadBytes?: number | undefined
  /** Most bytes of answers that one call may bring; what brings more fails. @default 268_435_456 */
  maxAnswerBytes?: number | undefined
  /**
   * Holds names, numbers and sizes against the limits of LINSTOR 0.7 before they are sent. With `false` only what can't
   * be encoded is refused, and the controller judges the rest.
   *
   * @default true
   */
  checkLimits?: boolean | undefined
  /** What happens to texts that are not UTF-8: `refuse` fails the call, `replace` reads them with U+FFFD. @default 'refuse' */
  invalidText?: 'refuse' | 'replace' | undefined
  hooks?: ClientHooks | undefined
  /** @default systemClock */
  clock?: Clock | undefined
}
