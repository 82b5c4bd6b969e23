import {
  API_LST_RSC_DFN,
  FAIL_EXISTS_RSC_DFN,
  FAIL_EXISTS_SNAPSHOT_DFN,
  FAIL_INVLD_RSC_PORT,
  FAIL_UUID_RSC_DFN,
  FLAG_DELETE,
  MASK_CRT,
  MASK_DEL,
  MASK_MOD,
} from '@x/linstor-wire/constants'
import { encodeMsgLstRscDfn } from '@x/linstor-wire/messages/MsgLstRscDfn'
import { changeProps } from '../cluster/changeProps.js'
import { createRscDfn } from '../cluster/createRscDfn.js'
import { describeRscDfn } from '../cluster/describeRscDfn.js'
import { keyOf } from '../cluster/keyOf.js'
import { portsInUse } from '../cluster/portsInUse.js'
import { sorted } from '../cluster/sorted.js'
import type { Call } from '../protocol/Call.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { find, type Seeker } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import { requireName } from '../protocol/requireName.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'
import { addVlmDfns } from './addVlmDfns.js'
import { deleteRscs } from './deleteRscs.js'

/** Calls about resource definitions. */
export const rscDfnCalls = {
  LstRscDfn(call) {
    const rscDfns = sorted(call.cluster.rscDfns).map(describeRscDfn)
    call.answer(API_LST_RSC_DFN, encodeMsgLstRscDfn({ rscDfns }).finish())
  },
  CrtRscDfn(call, { rscDfn }) {
    const { cluster } = call
    const { rscName: name, rscDfnPort: port, rscDfnSecret: secret } = rscDfn
    const subject = subjects.rscDfn(name)
    const seeker = { subject, operation: MASK_CRT }
    requireName('resource', name, subject)
    if (port !== undefined) checkPort(call, port, seeker)
    if (cluster.rscDfns.has(keyOf(name))) {
      throw outcomes.exists(subject, FAIL_EXISTS_RSC_DFN, { message: `${subject.title} already exists.` })
    }
    const props = new Map<string, string>()
    changeProps('rscDfn', props, { overrideProps: rscDfn.rscDfnProps }, seeker)
    const dfn = createRscDfn(cluster, { name, port, secret })
    for (const [key, value] of props) dfn.props.set(key, value)
    call.reply(outcomes.created(subject, dfn.uuid, 'created'))
    if (rscDfn.vlmDfns.length > 0) addVlmDfns(call, dfn, rscDfn.vlmDfns)
  },
  ModRscDfn(call, { rscDfnUuid, rscName, rscDfnPort, ...changes }) {
    const seeker = { subject: subjects.rscDfn(rscName), operation: MASK_MOD }
    const dfn = find.rscDfn(call.cluster, rscName, seeker)
    checkUuid(rscDfnUuid, dfn.uuid, FAIL_UUID_RSC_DFN, seeker)
    if (rscDfnPort !== undefined && rscDfnPort !== dfn.port) checkPort(call, rscDfnPort, seeker)
    changeProps('rscDfn', dfn.props, changes, seeker)
    dfn.port = rscDfnPort ?? dfn.port
    call.reply(outcomes.modified(subjects.rscDfn(dfn.name), dfn.uuid))
  },
  DelRscDfn(call, { uuid, rscName }) {
    const { cluster } = call
    const seeker = { subject: subjects.rscDfn(rscName), operation: MASK_DEL }
    const dfn = cluster.rscDfns.get(keyOf(rscName))
    if (dfn === undefined) {
      const { context } = seeker.subject
      call.reply(outcomes.notThere(seeker.subject, { message: `${context} not found.`, details: context }))
      return
    }
    checkUuid(uuid, dfn.uuid, FAIL_UUID_RSC_DFN, seeker)
    const subject = subjects.rscDfn(dfn.name)
    if (dfn.snapshots.size > 0) {
      throw outcomes.refused(subject, MASK_DEL, FAIL_EXISTS_SNAPSHOT_DFN, {
        message: `Cannot delete ${subject.context} because it has snapshots.`,
      })
    }
    const details = `${subject.title} UUID is: ${dfn.uuid}`
    if (dfn.rscs.size === 0) {
      cluster.rscDfns.delete(keyOf(rscName))
      call.reply(outcomes.deleted(subject, { message: `${subject.title} deleted.`, details }))
      return
    }
    dfn.flags.add(FLAG_DELETE)
    call.reply(outcomes.deleted(subject, { message: `${subject.title} marked for deletion.`, details }))
    deleteRscs(call, sorted(dfn.rscs))
  },
} satisfies SomeHandlers

function checkPort(call: Call, port: number, { subject, operation }: Seeker): void {
  const inUse = portsInUse(call.cluster).includes(port)
  if (!inUse && port >= 1 && port <= 65_535) return
  throw outcomes.refused(subject, operation, FAIL_INVLD_RSC_PORT, {
    message: `The specified TCP port '${port}' is invalid.`,
    cause: inUse ? `TCP port ${port} is already in use` : `Port number ${port} is out of range [1 - 65535]`,
  })
}
