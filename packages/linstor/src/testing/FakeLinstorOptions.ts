import type { TlsOptions } from 'node:tls'
import type { Clock } from '@x/core-errors'
import type { ClusterSeed } from './cluster/ClusterSeed.js'

/** How a fake controller is started, and with what in it. */
export interface FakeLinstorOptions extends ClusterSeed {
  /**
   * API version that it speaks, and with it the release that it imitates: 2 is LINSTOR 0.6.0, whose behavior was recorded;
   * 3 is 0.7.3, which is 2 with the differences that the release's messages and call tables tell of.
   *
   * @default 2
   */
  apiVersion?: 2 | 3 | undefined
  /** Plays the satellite of the node of that name instead, which offers `Hostname` alone. @default none */
  satellite?: string | undefined
  /** Text that it introduces itself with. @default `LINSTOR,Controller,<release>,<commit>,<build time>` */
  controllerInfo?: string | undefined
  /** Address to listen on. @default 127.0.0.1 */
  hostname?: string | undefined
  /** @default 0, any free port */
  port?: number | undefined
  /** `key` and `cert`, in PEM: TLS instead of plain TCP. */
  tls?: TlsOptions | undefined
  /** How long a satellite takes for a piece of work, in milliseconds. @default 0, as soon as what is at hand is done */
  deployMs?: number | undefined
  /** @default systemClock */
  clock?: Clock | undefined
}
