import type { Cluster } from './Cluster.js'
import type { Node, Satellite } from './objects.js'
import { publish } from './publish.js'

/** Connects a satellite or loses it. What waited for it is done when it is online again. */
export function setSatellite(cluster: Cluster, node: Node, state: Satellite['state']): void {
  const { satellite } = node
  if (satellite === undefined || satellite.state === state) return
  const before = satellite.state
  satellite.state = state
  const rscs = [...node.rscs.values()]
  if (state === 'offline') for (const rsc of rscs) publish.rscClosed(cluster, rsc, 'no connection')
  else if (before === 'offline') {
    for (const rsc of rscs.filter((one) => one.ready)) {
      for (const vlm of rsc.vlms.values()) publish.diskState(cluster, rsc, vlm)
      publish.rscState(cluster, rsc)
    }
  }
  if (state !== 'online') return
  for (const work of satellite.waiting.splice(0)) cluster.scheduler.after(cluster.deployMs, work)
}
