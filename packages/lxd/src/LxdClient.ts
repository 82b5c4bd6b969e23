import type { LxdConfig } from './config/LxdConfig.js'
import type { LxdTransport } from './transport/LxdTransport.js'

/** What every action takes first: configuration and a transport. Makes no request by itself. */
export interface LxdClient extends AsyncDisposable {
  readonly kind: 'lxd'
  readonly config: LxdConfig
  readonly transport: LxdTransport
  /** Ends every connection of the client. Safe to call twice. */
  close(): Promise<void>
}
