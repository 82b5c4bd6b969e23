import { CREATED } from '@x/linstor-wire/constants'
import type { Cluster } from './Cluster.js'
import type { Rsc } from './objects.js'
import { provisioningOf } from './provisioningOf.js'
import { publish } from './publish.js'

/**
 * What the satellite reports once it has made a resource, or a volume that was added to it. The first replica of all is
 * used for a moment, to make it the source of the others.
 */
export function deployRsc(cluster: Cluster, rsc: Rsc): void {
  const isFirst = ![...rsc.dfn.rscs.values()].some((other) => other !== rsc && other.ready)
  const fresh = [...rsc.vlms.values()].filter(({ diskState }) => diskState === undefined)
  const withDisk = fresh.filter(({ pool }) => provisioningOf(pool) !== undefined)
  for (const vlm of fresh) vlm.diskState = provisioningOf(vlm.pool) !== undefined ? 'Inconsistent' : 'Diskless'
  for (const vlm of fresh) publish.diskState(cluster, rsc, vlm)
  if (rsc.vlms.size > 0 && withDisk.length > 0) publish.rscState(cluster, rsc)
  publish.deployment(cluster, rsc, deployed(rsc))
  if (rsc.vlms.size === 0) return
  for (const vlm of withDisk) vlm.diskState = 'UpToDate'
  for (const vlm of withDisk) publish.diskState(cluster, rsc, vlm)
  if (isFirst && withDisk.length > 0) becomeSource(cluster, rsc)
  rsc.ready = true
  publish.rscState(cluster, rsc)
}

function becomeSource(cluster: Cluster, rsc: Rsc): void {
  rsc.inUse = true
  publish.rscState(cluster, rsc)
  rsc.ready = true
  publish.rscState(cluster, rsc)
  rsc.inUse = false
  if (!rsc.dfn.props.has('DrbdPrimarySetOn')) rsc.dfn.props.set('DrbdPrimarySetOn', rsc.node.name.toUpperCase())
}

const deployed = ({ node, dfn }: Rsc) => ({
  retCode: CREATED,
  message: `(${node.name}) Resource '${dfn.name}' deployed`,
  cause: '',
  correction: '',
  details: '',
})
