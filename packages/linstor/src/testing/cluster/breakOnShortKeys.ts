import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import type { Cluster } from './Cluster.js'
import type { Node } from './objects.js'
import { setSatellite } from './setSatellite.js'

const shortestHarmless = 11

/** LINSTOR 0.6.0 breaks the connection to a satellite over a short property key of its node or of a storage pool on it. */
export function breakOnShortKeys(cluster: Cluster, node: Node, props: readonly LinStorMapEntry[]): void {
  if (!cluster.quirks.shortKeysBreakSatellites) return
  if (props.some(({ key }) => key.length < shortestHarmless)) setSatellite(cluster, node, 'offline')
}
