import { FLAG_DELETE, MODIFIED } from '@x/linstor-wire/constants'
import { isOffline } from '../cluster/isOffline.js'
import type { Rsc } from '../cluster/objects.js'
import { removeRsc } from '../cluster/removeRsc.js'
import { runOnSatellite } from '../cluster/runOnSatellite.js'
import type { Call } from '../protocol/Call.js'
import { notConnected } from '../protocol/notConnected.js'

/**
 * Marks resources as deleted and leaves the rest to their satellites. From API version 3 on the call stays open until
 * those that can be reached are done; the texts of their answers are ours.
 */
export function deleteRscs(call: Call, rscs: readonly Rsc[]): void {
  const { cluster } = call
  let open = 0
  for (const rsc of rscs) {
    rsc.flags.add(FLAG_DELETE)
    const waits = cluster.apiVersion === 3 && !isOffline(rsc.node)
    if (waits) open++
    else if (cluster.apiVersion === 3) call.reply(notConnected(rsc.node))
    runOnSatellite(cluster, rsc.node, () => {
      removeRsc(cluster, rsc)
      if (!waits) return
      call.reply({ retCode: MODIFIED, message: `Deleted '${rsc.dfn.name}' on '${rsc.node.name}'` })
      if (--open === 0) call.complete()
    })
  }
  if (open > 0) call.stage()
}
