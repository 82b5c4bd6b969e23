import { FLAG_DELETE, MODIFIED } from '@x/linstor-wire/constants'
import { isOffline } from '../cluster/isOffline.js'
import type { Rsc } from '../cluster/objects.js'
import { removeRsc } from '../cluster/removeRsc.js'
import { askSatellites } from '../protocol/askSatellites.js'
import type { Call } from '../protocol/Call.js'
import { notConnected } from '../protocol/notConnected.js'

/**
 * Marks resources as deleted and leaves the rest to their satellites. From API version 3 on the call stays open until
 * those that can be reached are done; the texts of their answers are ours.
 */
export function deleteRscs(call: Call, rscs: readonly Rsc[]): void {
  const { cluster, apiVersion } = call
  for (const rsc of rscs) {
    rsc.flags.add(FLAG_DELETE)
    if (apiVersion === 3 && isOffline(rsc.node)) call.reply(notConnected(rsc.node))
  }
  askSatellites(call, rscs, {
    wait: apiVersion === 3,
    each(rsc) {
      removeRsc(cluster, rsc)
      call.reply({ retCode: MODIFIED, message: `Deleted '${rsc.dfn.name}' on '${rsc.node.name}'` })
    },
  })
}
