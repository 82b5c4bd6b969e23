import type { CallOptions, ClientHooks, Clock, RetryOptions } from '@x/core-errors'
import type { output, ZodMiniType } from 'zod/mini'
import type { JsonRequest, SynnefoCall } from '../http/SynnefoCall.js'
import type { Access } from '../schemas/Access.js'
import type { CatalogService } from '../schemas/CatalogService.js'
import type { User } from '../schemas/User.js'
import type { ServiceName } from './services.js'

/** What a session is made from. */
export interface CreateSynnefoSessionParameters {
  /**
   * Address of the identity service, for example `https://accounts.example.org/identity/v2.0`. May be left out only
   * when `endpoints` has every service that is called.
   */
  url?: string | URL | undefined
  /** Token, or a function asked for one before each attempt, and once more after a 401. */
  token: string | (() => string | Promise<string>)
  /** Addresses used in place of the catalog's, for example `{ compute: 'https://cloud.example.org/compute' }`. */
  endpoints?: Readonly<Partial<Record<ServiceName, string | URL>>> | undefined
  /** Upper bound for one attempt, in milliseconds. @default 30_000 */
  timeoutMs?: number | undefined
  /**
   * For idempotent calls on lost connections, timeouts, 502, 503 and 504.
   *
   * @default { attempts: 3, baseDelayMs: 100, maxDelayMs: 5_000 }
   */
  retry?: RetryOptions | false | undefined
  /** How long before its expiry a token is asked about again, in milliseconds. @default 60_000 */
  expiryMarginMs?: number | undefined
  /** How long the catalog is used before it is asked for again, in milliseconds. @default 3_600_000 */
  catalogMaxAgeMs?: number | undefined
  /** Upper bound of a body that is read whole, in bytes. @default 268_435_456 (256 MiB) */
  maxResponseBytes?: number | undefined
  /** Replaces `globalThis.fetch`; receives a standard `Request`. */
  fetch?: typeof globalThis.fetch | undefined
  hooks?: ClientHooks | undefined
  /** Where expiry and waits take the time from. The network goes by the real time. @default systemClock */
  clock?: Clock | undefined
}

/** What a session shows of its configuration. The token is not part of it. */
export interface SynnefoSessionConfig {
  /** The identity service's address, completed; `undefined` when the session has none. */
  readonly url: string | undefined
  /** The addresses given by the caller, completed. */
  readonly endpoints: Readonly<Partial<Record<ServiceName, string>>>
}

/** What {@link SynnefoSession.authenticate} takes. */
export interface AuthenticateParameters {
  /** The uuid of the user, to be checked by the server against the token's. */
  tenantName?: string | undefined
}

/**
 * A token and what it opens: user, catalog and addresses, kept until they expire or a service refuses the token. All
 * Synnefo clients take one. It holds no socket and no timer.
 */
export interface SynnefoSession {
  readonly kind: 'synnefo'
  readonly config: SynnefoSessionConfig
  /** Where waits take the time from. */
  readonly clock: Clock
  /** Asks the server about the token, whatever is remembered, and remembers the answer. */
  readonly authenticate: (parameters?: AuthenticateParameters, options?: CallOptions) => Promise<Access>
  /** Token, user and catalog; asked for once, and again shortly before the token expires. */
  readonly access: (options?: CallOptions) => Promise<Access>
  /** The user of the token. */
  readonly user: (options?: CallOptions) => Promise<User>
  /** The services of the cloud. Needs no valid token. */
  readonly catalog: (options?: CallOptions) => Promise<readonly CatalogService[]>
  /** The address of a service, with its version and without a slash at the end. */
  readonly endpoint: (service: ServiceName, options?: CallOptions) => Promise<string>
  /** Sends a request to a service: adds address and token, retries, and throws what the server refuses. */
  readonly request: <T>(call: SynnefoCall<T>) => Promise<T>
  /** Sends a request whose answer is JSON, and checks the shape of that. Whole numbers beyond 2^53 arrive as `bigint`. */
  readonly requestJson: <S extends ZodMiniType>(request: JsonRequest<S>) => Promise<output<S>>
  /** Forgets user and catalog, for example after another client changed the default project. */
  readonly forget: () => void
}
