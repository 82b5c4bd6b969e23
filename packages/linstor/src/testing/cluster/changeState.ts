import { ConfigurationError } from '@x/core-errors'
import type { Cluster } from './Cluster.js'
import { keyOf } from './keyOf.js'
import type { Node, Rsc, Satellite } from './objects.js'
import { publish } from './publish.js'
import { setSatellite } from './setSatellite.js'

/** What can happen to a cluster without any call. */
export interface StateChanges {
  /** Connects or loses the satellite of a node. A `stalled` one is connected and never finishes its work. */
  setSatellite(node: string, state: Satellite['state']): void
  /** Some process opens the device of a resource, or closes it. */
  setInUse(node: string, resource: string, inUse: boolean): void
  /** DRBD reports another disk state, for example `Failed`. */
  setDiskState(node: string, resource: string, volume: number, diskState: string): void
}

/** @returns Functions that change a cluster. @throws {ConfigurationError} by each of them, for what does not exist. */
export function changeState(cluster: Cluster): StateChanges {
  const findNode = (name: string): Node => {
    const node = cluster.nodes.get(keyOf(name))
    if (node === undefined) throw new ConfigurationError(`there is no node '${name}'`, { path: 'node' })
    return node
  }
  const findRsc = (node: string, name: string): Rsc => {
    const rsc = findNode(node).rscs.get(keyOf(name))
    if (rsc === undefined) throw new ConfigurationError(`there is no '${name}' on '${node}'`, { path: 'resource' })
    return rsc
  }
  return {
    setSatellite: (node, state) => setSatellite(cluster, findNode(node), state),
    setInUse(node, resource, inUse) {
      const rsc = findRsc(node, resource)
      rsc.inUse = inUse
      publish.rscState(cluster, rsc)
    },
    setDiskState(node, resource, volume, diskState) {
      const rsc = findRsc(node, resource)
      const vlm = rsc.vlms.get(volume)
      if (vlm === undefined) throw new ConfigurationError(`'${resource}' has no volume ${volume}`, { path: 'volume' })
      vlm.diskState = diskState
      publish.diskState(cluster, rsc, vlm)
      publish.rscState(cluster, rsc)
    },
  }
}
