import type { FakeLinstorState } from '../FakeLinstorState.js'
import type { Cluster } from './Cluster.js'
import { describeNode } from './describeNode.js'
import { describeRscConn } from './describeRscConn.js'
import { describeRscDfn } from './describeRscDfn.js'
import { describeRscs } from './describeRscs.js'
import { describeSnapshot } from './describeSnapshot.js'
import { describeStorPool } from './describeStorPool.js'
import { disklessPoolName } from './disklessPoolName.js'
import { listProps } from './listProps.js'
import { sorted } from './sorted.js'

/** The whole state, for tests to look at. */
export function describeCluster(cluster: Cluster): FakeLinstorState {
  const nodes = sorted(cluster.nodes)
  const dfns = sorted(cluster.rscDfns)
  const { resources, resourceStates } = describeRscs(dfns.flatMap(({ rscs }) => sorted(rscs)))
  return {
    nodes: nodes.map(describeNode),
    storagePools: nodes
      .flatMap(({ storPools }) => sorted(storPools))
      .filter(({ dfn }) => dfn.name !== disklessPoolName)
      .map((pool) => describeStorPool(cluster, pool)),
    resourceDefinitions: dfns.map(describeRscDfn),
    resources,
    resourceStates,
    snapshots: dfns.flatMap((dfn) =>
      sorted(dfn.snapshots).map((snapshot) => describeSnapshot(dfn, snapshot, cluster.apiVersion)),
    ),
    nodeConnections: sorted(cluster.nodeConns).map(({ uuid, first, second, props }) => ({
      nodeConnUuid: uuid,
      nodeName1: first,
      nodeName2: second,
      nodeConnProps: listProps(props),
    })),
    resourceConnections: dfns.flatMap((dfn) =>
      sorted(dfn.rscConns).map((connection) => describeRscConn(dfn, connection)),
    ),
    props: Object.fromEntries(cluster.props),
    errorReports: [...cluster.errorReports],
  }
}
