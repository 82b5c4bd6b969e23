import type { FakeCluster } from '../FakeCluster.js'
import { alreadyExists } from '../Refusal.js'

/** Volumes and snapshots share their names: the status of both is listed by name. */
export function refuseUsedName(cluster: FakeCluster, name: string): void {
  if (cluster.find(name, false)) throw alreadyExists('Volume', name)
  if (cluster.find(name, true)) throw alreadyExists('Snapshot', name)
}
