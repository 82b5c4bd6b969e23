import {
  FAIL_IN_USE,
  FAIL_INSUFFICIENT_REPLICA_COUNT,
  FAIL_UUID_RSC,
  FLAG_DISKLESS,
  KEY_STOR_POOL_NAME,
  MASK_MOD,
  MASK_RSC,
  MODIFIED,
  WARN_RSC_ALREADY_DISKLESS,
  WARN_RSC_ALREADY_HAS_DISK,
} from '@x/linstor-wire/constants'
import { disklessPoolName } from '../cluster/disklessPoolName.js'
import { isOffline } from '../cluster/isOffline.js'
import type { Rsc, StorPool } from '../cluster/objects.js'
import { publish } from '../cluster/publish.js'
import { removeRsc } from '../cluster/removeRsc.js'
import { runOnSatellite } from '../cluster/runOnSatellite.js'
import { sorted } from '../cluster/sorted.js'
import type { Call } from '../protocol/Call.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { choosePool } from '../protocol/choosePool.js'
import { find, type Seeker } from '../protocol/find.js'
import { notConnected } from '../protocol/notConnected.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

/** The call that gives a resource a disk or takes it away. Adding a disk that works was not observed: its texts are ours. */
export const toggleDiskCalls = {
  ToggleDisk(call, { rscUuid, nodeName, rscName, storPoolName, diskless = false, migrateFrom }) {
    const { cluster } = call
    const seeker = { subject: subjects.rsc(nodeName, rscName), operation: MASK_MOD }
    const rsc = find.rsc(cluster, nodeName, rscName, seeker)
    checkUuid(rscUuid, rsc.uuid, FAIL_UUID_RSC, seeker)
    const source = migrateFrom ? find.rsc(cluster, migrateFrom, rscName, seeker) : undefined
    if (rsc.flags.has(FLAG_DISKLESS) === diskless) {
      call.reply({
        retCode: MASK_MOD | MASK_RSC | (diskless ? WARN_RSC_ALREADY_DISKLESS : WARN_RSC_ALREADY_HAS_DISK),
        objRefs: seeker.subject.refs,
        message: `Resource '${rscName}' on node '${nodeName}' ${diskless ? 'is already diskless' : 'already has a disk'}`,
      })
      return
    }
    if (diskless) checkRemovable(rsc, seeker)
    const props = new Map(storPoolName === undefined ? [] : [[KEY_STOR_POOL_NAME, storPoolName]])
    const pools = new Map<number, StorPool>()
    for (const { number, props: vlmDfnProps } of rsc.dfn.vlmDfns.values()) {
      const choice = { node: rsc.node, dfn: rsc.dfn, diskless, rscProps: props, vlmDfnProps, number }
      pools.set(number, choosePool(cluster, { ...choice, operation: MASK_MOD }))
    }
    const [action, preposition] = diskless ? ['Removal', 'from'] : ['Addition', 'to']
    call.reply({
      retCode: MODIFIED,
      message: `${action} of disk ${preposition} resource '${rsc.dfn.name}' on node '${rsc.node.name}' registered`,
    })
    if (isOffline(rsc.node)) call.reply(notConnected(rsc.node))
    else call.stage()
    runOnSatellite(cluster, rsc.node, () => {
      apply(call, rsc, diskless, storPoolName, pools)
      if (source !== undefined) removeRsc(cluster, source)
      answer(call, rsc, diskless)
      call.complete()
    })
  },
} satisfies SomeHandlers

function checkRemovable(rsc: Rsc, { subject, operation }: Seeker): void {
  const refuse = (failure: bigint, message: string) => outcomes.refused(subject, operation, failure, { message })
  if (rsc.inUse) throw refuse(FAIL_IN_USE, `Resource '${rsc.dfn.name}' on node '${rsc.node.name}' is in use`)
  const withDisk = [...rsc.dfn.rscs.values()].filter(({ flags }) => !flags.has(FLAG_DISKLESS))
  if (withDisk.length <= 1) {
    throw refuse(
      FAIL_INSUFFICIENT_REPLICA_COUNT,
      `Cannot remove the disk from the only resource '${rsc.dfn.name}' that has one`,
    )
  }
}

function apply(
  { cluster }: Call,
  rsc: Rsc,
  diskless: boolean,
  poolName: string | undefined,
  pools: Map<number, StorPool>,
) {
  if (diskless) rsc.flags.add(FLAG_DISKLESS)
  else rsc.flags.delete(FLAG_DISKLESS)
  const named = diskless ? (poolName ?? disklessPoolName) : poolName
  if (named === undefined) rsc.props.delete(KEY_STOR_POOL_NAME)
  else rsc.props.set(KEY_STOR_POOL_NAME, named)
  for (const vlm of rsc.vlms.values()) {
    vlm.pool = pools.get(vlm.dfn.number) ?? vlm.pool
    vlm.diskState = diskless ? 'Diskless' : 'UpToDate'
    publish.diskState(cluster, rsc, vlm)
  }
  publish.rscState(cluster, rsc)
}

// Every message is preceded by a Reply that holds none, the first by two (observed on LINSTOR 0.6.0).
function answer(call: Call, { dfn, node }: Rsc, diskless: boolean): void {
  const peers = sorted(dfn.rscs).filter((peer) => peer.node !== node && !isOffline(peer.node))
  const messages = [
    diskless ? `Removed disk on '${node.name}'` : `Added disk on '${node.name}'`,
    ...peers.map(
      (peer) => `Notified '${peer.node.name}' that disk has been ${diskless ? 'removed' : 'added'} on '${node.name}'`,
    ),
  ]
  call.reply()
  for (const message of messages) {
    call.reply()
    call.reply({ retCode: MODIFIED, message })
  }
}
