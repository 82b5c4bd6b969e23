import { DELETED, FLAG_DELETE, KEY_NODE, KEY_NODE_NAME, KEY_RSC_DFN, MASK_RSC } from '@x/linstor-wire/constants'
import type { Cluster } from './Cluster.js'
import { keyOf } from './keyOf.js'
import type { Rsc } from './objects.js'
import { publish } from './publish.js'

/** Forgets a resource that its satellite has deleted, and with it what waited for nothing else to be deleted. */
export function removeRsc(cluster: Cluster, rsc: Rsc): void {
  const { node, dfn } = rsc
  if (dfn.rscs.get(keyOf(node.name)) !== rsc) return
  dfn.rscs.delete(keyOf(node.name))
  node.rscs.delete(keyOf(dfn.name))
  publish.deployment(cluster, rsc, deletedReply(rsc))
  publish.rscClosed(cluster, rsc, 'removed')
  publish.dfnReady(cluster, dfn)
  if (dfn.rscs.size === 0) {
    publish.dfnClosed(cluster, dfn)
    if (dfn.flags.has(FLAG_DELETE)) cluster.rscDfns.delete(keyOf(dfn.name))
  }
  if (node.rscs.size === 0 && node.flags.has(FLAG_DELETE)) cluster.nodes.delete(keyOf(node.name))
}

const deletedReply = ({ node, dfn, uuid }: Rsc) => ({
  retCode: MASK_RSC | DELETED,
  objRefs: { [KEY_RSC_DFN]: dfn.name, [KEY_NODE_NAME]: node.name, [KEY_NODE]: node.name },
  message: `(${node.name}) Resource '${dfn.name}' on node '${node.name}' successfully deleted.`,
  cause: '',
  correction: '',
  details: `Resource '${dfn.name}' on node '${node.name}' with UUID '${uuid}' deleted.`,
})
