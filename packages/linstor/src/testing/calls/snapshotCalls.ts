import {
  API_LST_SNAPSHOT_DFN,
  CREATED,
  DELETED,
  FAIL_EXISTS_SNAPSHOT_DFN,
  FAIL_NOT_CONNECTED,
  FAIL_SNAPSHOTS_NOT_SUPPORTED,
  FLAG_DELETE,
  FLAG_DISKLESS,
  FLAG_SUCCESSFUL,
  KEY_RSC_DFN,
  KEY_SNAPSHOT,
  MASK_CRT,
  MASK_DEL,
  MASK_SNAPSHOT,
} from '@x/linstor-wire/constants'
import { encodeMsgLstSnapshotDfn } from '@x/linstor-wire/messages/MsgLstSnapshotDfn'
import { describeSnapshot } from '../cluster/describeSnapshot.js'
import { findDriver } from '../cluster/drivers.js'
import { isOffline } from '../cluster/isOffline.js'
import { keyOf } from '../cluster/keyOf.js'
import type { Rsc, RscDfn, Snapshot } from '../cluster/objects.js'
import { publish } from '../cluster/publish.js'
import { sorted } from '../cluster/sorted.js'
import { askSatellites } from '../protocol/askSatellites.js'
import type { Call } from '../protocol/Call.js'
import { find } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import { requireName } from '../protocol/requireName.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { type Subject, subjects } from '../protocol/subjects.js'

/** Calls about snapshots themselves. */
export const snapshotCalls = {
  LstSnapshotDfn(call) {
    const snapshotDfns = sorted(call.cluster.rscDfns).flatMap((dfn) =>
      sorted(dfn.snapshots).map((snapshot) => describeSnapshot(dfn, snapshot, call.apiVersion)),
    )
    call.answer(API_LST_SNAPSHOT_DFN, encodeMsgLstSnapshotDfn({ snapshotDfns }).finish())
  },
  CrtSnapshot(call, { snapshotDfn: { snapshotName: name, rscName, snapshots: wanted } }) {
    const { cluster } = call
    const subject = forErrors(rscName, name)
    const seeker = { subject, operation: MASK_CRT }
    const dfn = find.rscDfn(cluster, rscName, seeker)
    requireName('snapshot', name, subject)
    if (dfn.snapshots.has(keyOf(name))) {
      const message = `A snapshot '${name}' of resource '${dfn.name}' already exists.`
      throw outcomes.exists(subject, FAIL_EXISTS_SNAPSHOT_DFN, { message })
    }
    const rscs =
      wanted.length > 0
        ? wanted.map(({ nodeName }) => find.rsc(cluster, nodeName, rscName, seeker))
        : sorted(dfn.rscs).filter(({ flags }) => !flags.has(FLAG_DISKLESS))
    for (const rsc of rscs) checkSource(rsc, subject)
    const snapshot: Snapshot = {
      uuid: crypto.randomUUID(),
      name,
      flags: new Set(),
      nodes: rscs.map(({ node }) => node),
      volumes: [...dfn.vlmDfns.values()].map(({ number, sizeKib }) => ({ number, sizeKib })),
    }
    dfn.snapshots.set(keyOf(name), snapshot)
    const named = subjects.snapshot(dfn.name, name, wanted.length > 0 ? rscs.map(({ node }) => node.name) : [])
    call.reply(outcomes.created(named, snapshot.uuid, 'registered'))
    take(call, dfn, snapshot, rscs)
  },
  DelSnapshot(call, { rscName, snapshotName }) {
    const { cluster } = call
    const subject = subjects.snapshot(rscName, snapshotName)
    const dfn = cluster.rscDfns.get(keyOf(rscName))
    const snapshot = dfn?.snapshots.get(keyOf(snapshotName))
    if (dfn === undefined || snapshot === undefined) {
      const message = `${subject.title} not found.`
      call.reply(outcomes.notThere(subject, { message, details: subject.context }))
      return
    }
    snapshot.flags.add(FLAG_DELETE)
    dfn.snapshots.delete(keyOf(snapshotName))
    call.reply(outcomes.removed(subjects.snapshot(dfn.name, snapshot.name), snapshot.uuid))
    if (cluster.apiVersion === 3) answerFrom(call, snapshot, `Deleted snapshot '${snapshot.name}'`, MASK_DEL)
  },
  RollbackSnapshot(call, { rscName, snapshotName }) {
    const seeker = { subject: forErrors(rscName, snapshotName), operation: MASK_CRT }
    const dfn = find.rscDfn(call.cluster, rscName, seeker)
    const snapshot = find.snapshot(dfn, snapshotName, seeker)
    for (const { number, sizeKib } of snapshot.volumes) {
      const vlmDfn = dfn.vlmDfns.get(number)
      if (vlmDfn !== undefined) vlmDfn.sizeKib = sizeKib
    }
    call.reply({
      retCode: MASK_SNAPSHOT | CREATED,
      objRefs: seeker.subject.refs,
      message: `Resource '${dfn.name}' is being rolled back to snapshot '${snapshot.name}'.`,
    })
    answerFrom(call, snapshot, `Rolled resource '${dfn.name}' back`, MASK_CRT)
  },
} satisfies SomeHandlers

// In refusals the references come the other way around.
const forErrors = (rsc: string, name: string): Subject => ({
  ...subjects.snapshot(rsc, name),
  refs: { [KEY_RSC_DFN]: rsc, [KEY_SNAPSHOT]: name },
})

function checkSource(rsc: Rsc, subject: Subject): void {
  const { node } = rsc
  for (const { pool } of rsc.vlms.values()) {
    if (findDriver(pool.driver)?.snapshots) continue
    throw outcomes.refused(subject, MASK_CRT, FAIL_SNAPSHOTS_NOT_SUPPORTED, {
      message: `Storage driver '${pool.driver}' does not support snapshots.`,
      cause: '',
      details: `Used for storage pool '${pool.dfn.name}' on '${node.name}'.\n${subject.context}`,
    })
  }
  if (isOffline(node)) {
    throw outcomes.refused(subject, MASK_CRT, FAIL_NOT_CONNECTED, {
      message: `No active connection to satellite '${node.name}'.`,
      details: `Snapshots cannot be created when the corresponding satellites are not connected.\n${subject.context}`,
    })
  }
}

// Up to API version 2 the outcome is an event, after that an answer.
function take(call: Call, dfn: RscDfn, snapshot: Snapshot, rscs: readonly Rsc[]): void {
  const { cluster, apiVersion } = call
  askSatellites(call, rscs, {
    wait: apiVersion === 3,
    last() {
      const message = `Snapshot '${snapshot.name}' of resource '${dfn.name}' successfully taken.`
      const taken = { retCode: MASK_SNAPSHOT | CREATED, message }
      snapshot.flags.add(FLAG_SUCCESSFUL)
      publish.snapshotTaken(cluster, dfn, snapshot, taken)
      if (apiVersion === 3) call.reply(taken)
    },
  })
}

function answerFrom(call: Call, { nodes }: Snapshot, what: string, operation: bigint): void {
  const code = operation === MASK_DEL ? DELETED : CREATED
  askSatellites(
    call,
    nodes.map((node) => ({ node })),
    {
      each: ({ node }) =>
        call.reply({ retCode: operation | MASK_SNAPSHOT | code, message: `${what} on '${node.name}'` }),
    },
  )
}
