import type { RetryOptions, Secret } from '@x/core-errors'
import type { CreateLxdClientParameters } from '../createLxdClient.js'

/** What a client was made with, checked and with defaults filled in. Prints without secrets. */
export interface LxdConfig {
  /** Origin that requests go to: the server's, or a made-up one when they go through a unix socket. */
  readonly origin: string
  readonly socketPath: string | undefined
  /** The client's certificate, PEM. */
  readonly certificate: string | undefined
  readonly key: Secret | undefined
  /** The only certificate that is accepted, PEM, or the 64 lower-case hexadecimal digits of its SHA-256. */
  readonly serverCertificate: string | undefined
  /** Certificate authorities, PEM. */
  readonly ca: string | undefined
  readonly token: (() => string | Promise<string>) | undefined
  readonly project: string | undefined
  readonly target: string | undefined
  readonly timeoutMs: number
  readonly retry: RetryOptions | false | undefined
  readonly maxConnections: number
  readonly maxResponseBytes: number
  readonly maxMessageBytes: number
  readonly fetch: typeof globalThis.fetch | undefined
  readonly openWebSocket: CreateLxdClientParameters['openWebSocket']
  readonly hooks: CreateLxdClientParameters['hooks']
}
