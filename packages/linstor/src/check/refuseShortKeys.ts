import { ConfigurationError } from '@x/core-errors'
import type { Peer } from '../connection/Peer.js'

const shortest = 11
const affected = '0.6.0'

/**
 * Refuses properties of nodes and storage pools whose key is shorter than 11 characters, on LINSTOR 0.6.0: such a key,
 * `Aux/site` for example, breaks the controller's connection to the satellite for good (observed).
 *
 * @throws {ConfigurationError}
 */
export function refuseShortKeys(
  operation: string,
  path: string,
  properties: Readonly<Record<string, string>> | undefined,
  { controllerInfo }: Peer,
  limits: boolean,
): void {
  if (!limits || controllerInfo?.version !== affected) return
  const key = Object.keys(properties ?? {}).find(({ length }) => length < shortest)
  if (key === undefined) return
  throw new ConfigurationError(
    `${operation}: ${path}: LINSTOR ${affected} loses its connection to the satellite over keys of fewer than ${shortest} characters, such as ${JSON.stringify(key)}`,
    { operation, path },
  )
}
