import type { Id } from '@x/kamaki-astakos/http'

/**
 * A network of a new server. A public network needs a floating IP address of the user: `fixed_ip` says which, without it
 * any free one is taken. On a private network `fixed_ip` picks an address.
 */
export type ServerNetwork = { uuid: Id; fixed_ip?: string | undefined } | { port: Id }
