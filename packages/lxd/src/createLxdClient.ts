import type { ClientHooks, RetryOptions, Secret } from '@x/core-errors'
import { resolveConfig } from './config/resolveConfig.js'
import type { LxdClient } from './LxdClient.js'
import { createLxdTransport } from './transport/createLxdTransport.js'
import type { LxdConnectCall } from './transport/LxdTransport.js'
import type { LxdWebSocket } from './websocket/LxdWebSocket.js'

/** Where the server is, who the caller is, and what bounds every call. Exactly one of `socketPath` and `url`. */
export interface CreateLxdClientParameters {
  /** Path of the server's unix socket. `localSocketPath()` of `@x/lxd/node` finds it. */
  socketPath?: string | undefined
  /** `https://host:8443`. */
  url?: string | URL | undefined
  /** The client's own certificate, PEM; without one only public things can be read. */
  certificate?: string | undefined
  /** The private key of `certificate`, PEM. */
  key?: string | Secret | undefined
  /**
   * The server's certificate (PEM), or its SHA-256 fingerprint in hexadecimal digits. Only this certificate is accepted
   * then, whatever its name, issuer and age: LXD's own is self-signed. Without it the usual authorities, or `ca`, decide.
   */
  serverCertificate?: string | undefined
  /** Certificate authorities to trust in place of the usual ones, PEM: for servers in PKI mode. */
  ca?: string | undefined
  /** Bearer token, or a function asked for one before each request and again once after a 401. */
  token?: string | Secret | (() => string | Promise<string>) | undefined
  /** Project of every call that names none. @default the server's `default` */
  project?: string | undefined
  /** Cluster member of every call that names none. @default the server decides */
  target?: string | undefined
  /** Upper bound for one attempt, in milliseconds; of a stream, the longest silence. @default 30_000 */
  timeoutMs?: number | undefined
  /**
   * Only what reads is repeated, and what never reached the server: LXD answers 500 to bad input.
   *
   * @default { attempts: 3, baseDelayMs: 100, maxDelayMs: 5_000 }
   */
  retry?: RetryOptions | false | undefined
  /** Connections for requests, and as many for uploads over a unix socket; waits and WebSockets have their own. @default 50 */
  maxConnections?: number | undefined
  /** Upper bound of an answer that is read whole, in bytes. @default 268_435_456 (256 MiB) */
  maxResponseBytes?: number | undefined
  /** Upper bound of one WebSocket message, in bytes. @default 16_777_216 (16 MiB) */
  maxMessageBytes?: number | undefined
  /** Replaces the built-in network; receives a standard `Request`. The rest of the addresses is up to it. */
  fetch?: typeof globalThis.fetch | undefined
  /** Opens the WebSockets when `fetch` is replaced; without it, calls that need one throw. */
  openWebSocket?: ((url: string, call: LxdConnectCall) => Promise<LxdWebSocket>) | undefined
  hooks?: ClientHooks | undefined
}

/**
 * Makes a client for the actions of `@x/lxd/actions`. Nothing is sent, opened or loaded before the first call.
 *
 * @throws {ConfigurationError} when the parameters contradict each other or can't be used.
 * @example
 * await using client = createLxdClient({ socketPath: '/var/lib/lxd/unix.socket' })
 * const pools = await storagePoolsGetRecursion1(client)
 */
export function createLxdClient(parameters: CreateLxdClientParameters): LxdClient {
  const config = resolveConfig(parameters)
  const transport = createLxdTransport(config)
  const close = () => transport.close()
  return Object.freeze({ kind: 'lxd' as const, config, transport, close, [Symbol.asyncDispose]: close })
}
