import { ConfigurationError } from '@x/core-errors'
import type { ServerNetwork } from '../ServerNetwork.js'

/**
 * The networks of a new server as they are sent. `undefined` leaves them to the cloud, an empty array means none: the two
 * are not the same.
 *
 * @throws {ConfigurationError} with the path to what can't be used.
 */
export function networksBody(networks: readonly ServerNetwork[] | undefined): object[] | undefined {
  if (networks === undefined) return undefined
  if (!Array.isArray(networks)) throw new ConfigurationError('networks must be an array', { path: 'networks' })
  return networks.map((network: ServerNetwork, index) => {
    const { uuid, port, fixed_ip } = Object(network) as { uuid?: unknown; port?: unknown; fixed_ip?: unknown }
    if (port !== undefined) return { port }
    if (uuid === undefined) {
      throw new ConfigurationError(`networks[${index}] has neither uuid nor port`, { path: `networks[${index}]` })
    }
    // The service fails with a 500 on a null.
    return { uuid, fixed_ip: fixed_ip ?? undefined }
  })
}
