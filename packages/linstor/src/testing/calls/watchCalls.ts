import {
  CREATED,
  DELETED,
  FAIL_INVLD_NODE_NAME,
  FAIL_INVLD_RSC_NAME,
  FAIL_INVLD_SNAPSHOT_NAME,
  FAIL_INVLD_VLM_NR,
  FAIL_UNKNOWN_ERROR,
  MASK_CRT,
  MASK_DEL,
} from '@x/linstor-wire/constants'
import { checkName } from '../cluster/checkName.js'
import { type NameRule, nameRules } from '../cluster/nameRules.js'
import type { Watch } from '../cluster/Watch.js'
import { CallRefused } from '../protocol/CallRefused.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'

/** Calls about watches. */
export const watchCalls = {
  CrtWatch(call, { watchId, eventName, nodeName, resourceName, filterByVolumeNumber, volumeNumber, snapshotName }) {
    const { cluster, session } = call
    checkFilterName(nodeName, nameRules.node, FAIL_INVLD_NODE_NAME, 'node')
    checkFilterName(resourceName, nameRules.resource, FAIL_INVLD_RSC_NAME, 'resource')
    checkFilterName(snapshotName, nameRules.snapshot, FAIL_INVLD_SNAPSHOT_NAME, 'snapshot')
    if (filterByVolumeNumber && resourceName === undefined)
      throw refused(FAIL_INVLD_VLM_NR, 'A volume needs a resource')
    if (eventName !== undefined && !cluster.streams.known.has(eventName)) {
      throw refused(FAIL_UNKNOWN_ERROR, `Unknown event name '${eventName}'`)
    }
    const watch: Watch = {
      id: watchId,
      filter: {
        eventName,
        node: nodeName,
        resource: resourceName,
        volume: filterByVolumeNumber ? (volumeNumber ?? 0) : undefined,
        snapshot: snapshotName,
      },
      send: session.sendEvent,
    }
    session.allWatches.add(watch)
    // The id of an earlier watch keeps naming that one: this one can't be deleted any more.
    if (!session.watches.has(watchId)) session.watches.set(watchId, watch)
    call.reply({ retCode: MASK_CRT | CREATED, message: 'Watch created' })
    call.afterwards(() => cluster.streams.add(watch))
  },
  DelWatch({ cluster, session, reply }, { watchId }) {
    const watch = session.watches.get(watchId)
    if (watch !== undefined) {
      session.watches.delete(watchId)
      session.allWatches.delete(watch)
      cluster.streams.remove(watch)
    }
    reply({ retCode: MASK_DEL | DELETED, message: 'Watch deleted' })
  },
} satisfies SomeHandlers

function checkFilterName(name: string | undefined, rule: NameRule, failure: bigint, what: string): void {
  const wrong = name === undefined ? undefined : checkName(name, rule)
  if (wrong !== undefined) throw refused(failure, `The ${what} name '${name}' is invalid: ${wrong}`)
}

const refused = (failure: bigint, message: string) => new CallRefused({ retCode: MASK_CRT | failure, message })
