import {
  API_LST_RSC,
  API_LST_VLM,
  FAIL_IN_USE,
  FAIL_NOT_FOUND_RSC,
  FAIL_NOT_FOUND_RSC_DFN,
  FAIL_UUID_RSC,
  MASK_DEL,
  MASK_MOD,
} from '@x/linstor-wire/constants'
import type { Filter } from '@x/linstor-wire/messages/Filter'
import { encodeMsgLstRsc } from '@x/linstor-wire/messages/MsgLstRsc'
import type { Cluster } from '../cluster/Cluster.js'
import { changeProps } from '../cluster/changeProps.js'
import { describeRscs } from '../cluster/describeRscs.js'
import { keyOf } from '../cluster/keyOf.js'
import type { Rsc, Vlm } from '../cluster/objects.js'
import { sorted } from '../cluster/sorted.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { find } from '../protocol/find.js'
import { isWanted } from '../protocol/isWanted.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'
import { createRscs } from './createRscs.js'
import { deleteRscs } from './deleteRscs.js'

/** Calls about resources and their volumes. */
export const rscCalls = {
  LstRsc(call, filter) {
    const rscs = wantedRscs(call.cluster, filter)
    call.answer(API_LST_RSC, encodeMsgLstRsc(describeRscs(rscs)).finish())
  },
  LstVlm(call, filter) {
    const keep = ({ pool }: Vlm) => isWanted(filter?.storPoolNames, pool.dfn.name)
    const rscs = wantedRscs(call.cluster, filter).filter(({ vlms }) => [...vlms.values()].some(keep))
    call.answer(API_LST_VLM, encodeMsgLstRsc(describeRscs(rscs, keep)).finish())
  },
  CrtRsc(call, { rscs }) {
    createRscs(call, rscs)
  },
  ModRsc(call, { rscUuid, nodeName, rscName, ...changes }) {
    const seeker = { subject: subjects.rsc(nodeName, rscName), operation: MASK_MOD }
    const rsc = find.rsc(call.cluster, nodeName, rscName, seeker)
    checkUuid(rscUuid, rsc.uuid, FAIL_UUID_RSC, seeker)
    changeProps('rsc', rsc.props, changes, seeker)
    call.reply(outcomes.modified(subjects.rsc(rsc.node.name, rsc.dfn.name), rsc.uuid))
  },
  DelRsc(call, { uuid, nodeName, rscName }) {
    const { cluster } = call
    const seeker = { subject: subjects.rsc(nodeName, rscName), operation: MASK_DEL }
    const rsc = cluster.rscDfns.get(keyOf(rscName))?.rscs.get(keyOf(nodeName))
    if (rsc === undefined) {
      // The controller of LINSTOR 0.6.0 has the code of a missing definition here.
      const failure = cluster.apiVersion === 2 ? FAIL_NOT_FOUND_RSC_DFN : FAIL_NOT_FOUND_RSC
      throw outcomes.notFound(seeker.subject, MASK_DEL, failure, seeker.subject)
    }
    checkUuid(uuid, rsc.uuid, FAIL_UUID_RSC, seeker)
    const subject = subjects.rsc(rsc.node.name, rsc.dfn.name)
    if (rsc.inUse) {
      throw outcomes.refused(subject, MASK_DEL, FAIL_IN_USE, {
        message: `Resource '${rsc.dfn.name}' is still in use.`,
        cause: 'Resource is mounted/in use.',
        correction: `Un-mount resource '${rsc.dfn.name}' on the node '${rsc.node.name}'.`,
      })
    }
    const message = `${subject.context} marked for deletion.`
    call.reply(outcomes.deleted(subject, { message, details: `${subject.context} UUID is: ${rsc.uuid}` }))
    deleteRscs(call, [rsc])
  },
} satisfies SomeHandlers

const wantedRscs = ({ rscDfns }: Cluster, filter: Filter | undefined): Rsc[] =>
  sorted(rscDfns)
    .filter(({ name }) => isWanted(filter?.resourceNames, name))
    .flatMap(({ rscs }) => sorted(rscs))
    .filter(({ node }) => isWanted(filter?.nodeNames, node.name))
