import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'

/** Whom to connect to, and what to prove it with. */
export interface MigrationPeer {
  /** URL of the operation. */
  operation: string
  /** The server's certificate, PEM. */
  certificate: string
  /** By the names of the operation's sockets. */
  secrets: Record<string, string>
}

/** Something that is sent from one server to another. */
export interface Migration {
  /** Names it in errors. */
  readonly operation: string
  readonly source: LxdClient
  readonly target: LxdClient
  /** Asks the old server to send: to connect to `peer`, or to wait for somebody to connect to it. */
  leave(peer?: MigrationPeer): Promise<LxdChange>
  /** Asks the new server to receive: to connect to `peer` (`pull`), or to wait for somebody to connect to it (`push`). */
  arrive(mode: 'pull' | 'push', peer?: MigrationPeer): Promise<LxdChange>
}
