import type { Cluster } from './Cluster.js'
import type { Node } from './objects.js'

/** Leaves a piece of work to the satellite of a node, which does it when it can. */
export function runOnSatellite(cluster: Cluster, node: Node, work: () => void): void {
  const { satellite } = node
  if (satellite === undefined || satellite.state === 'online') cluster.scheduler.after(cluster.deployMs, work)
  else satellite.waiting.push(work)
}
