import type { Transport } from '../transport/Transport.js'
import type { LinstorConfig } from './LinstorConfig.js'

/** What every action takes first: the configuration of a client and its one connection. */
export interface LinstorClient extends AsyncDisposable {
  readonly kind: 'linstor'
  readonly config: LinstorConfig
  readonly transport: Transport
  /** Closes the connection for good. Calls that are open fail, later ones too. May be called again. */
  close(): Promise<void>
}
