import type { ControllerAddress } from '../uri/ControllerAddress.js'
import type { LinstorDuplex } from './LinstorDuplex.js'

/**
 * Opens a connection to one controller, TLS included. Replaces the client's own sockets: for tunnels, other runtimes
 * and tests.
 *
 * @param options - `signal` aborts when the connection is no longer wanted; what opens after that is destroyed.
 */
export type DuplexFactory = (address: ControllerAddress, options: { signal: AbortSignal }) => Promise<LinstorDuplex>
