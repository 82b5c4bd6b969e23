import type { ClientHooks, Deadline, ResolvedRetryOptions } from '@x/core-errors'
import type { Connection } from '../connection/Connection.js'
import type { ConnectionOptions } from '../connection/ConnectionOptions.js'
import type { DuplexFactory } from '../connection/DuplexFactory.js'
import type { ControllerAddress } from '../uri/ControllerAddress.js'

/** What the transport works with: the client's parameters, checked and filled in. */
export interface TransportSettings extends ConnectionOptions {
  readonly addresses: readonly ControllerAddress[]
  /** Upper bound for one controller, in milliseconds: TCP, TLS and the version message. */
  readonly connectTimeoutMs: number
  /** Whether all controllers are tried at once, and the first one that answers is taken. */
  readonly parallelDial: boolean
  /** Upper bound for one attempt of a call, in milliseconds. */
  readonly timeoutMs: number
  readonly retry: ResolvedRetryOptions
  readonly openDuplex: DuplexFactory
  /** Makes the first call on each new connection, before any other. */
  readonly introduce: ((connection: Connection, deadline: Deadline) => Promise<void>) | undefined
  readonly hooks: ClientHooks | undefined
}
