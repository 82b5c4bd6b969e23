import {
  DELETED,
  FAIL_INVLD_MINOR_NR,
  FAIL_INVLD_VLM_SIZE,
  FAIL_NOT_FOUND_RSC_DFN,
  FAIL_NOT_FOUND_VLM_DFN,
  FAIL_UUID_VLM_DFN,
  FLAG_DELETE,
  MASK_CRT,
  MASK_DEL,
  MASK_MOD,
  MODIFIED,
} from '@x/linstor-wire/constants'
import { changeProps } from '../cluster/changeProps.js'
import { keyOf } from '../cluster/keyOf.js'
import { minorsInUse } from '../cluster/minorsInUse.js'
import type { RscDfn, VlmDfn } from '../cluster/objects.js'
import { publish } from '../cluster/publish.js'
import { sorted } from '../cluster/sorted.js'
import { vlmSizeRange } from '../cluster/vlmSizeRange.js'
import { askSatellites } from '../protocol/askSatellites.js'
import type { Call } from '../protocol/Call.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { find, type Seeker } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'
import { addVlmDfns } from './addVlmDfns.js'

/** Calls about volume definitions. */
export const vlmDfnCalls = {
  CrtVlmDfn(call, { rscName, rscDfnUuid, vlmDfns }) {
    const seeker = { subject: subjects.vlmDfns(rscName), operation: MASK_CRT }
    const dfn = find.rscDfn(call.cluster, rscName, seeker)
    checkUuid(rscDfnUuid, dfn.uuid, FAIL_NOT_FOUND_RSC_DFN, seeker)
    addVlmDfns(call, dfn, vlmDfns)
  },
  ModVlmDfn(call, { vlmDfnUuid, rscName, vlmNr, vlmMinor, vlmSize, ...changes }) {
    const { cluster } = call
    const seeker = { subject: subjects.vlmDfn(rscName, vlmNr), operation: MASK_MOD }
    const dfn = find.rscDfn(cluster, rscName, seeker)
    const vlmDfn = dfn.vlmDfns.get(vlmNr)
    if (vlmDfn === undefined) throw outcomes.notFound(seeker.subject, MASK_MOD, FAIL_NOT_FOUND_VLM_DFN, seeker.subject)
    checkUuid(vlmDfnUuid, vlmDfn.uuid, FAIL_UUID_VLM_DFN, seeker)
    if (vlmSize !== undefined) checkSize(dfn, vlmDfn, vlmSize, seeker)
    if (vlmMinor !== undefined && vlmMinor !== vlmDfn.minor && minorsInUse(cluster).includes(vlmMinor)) {
      throw outcomes.refused(seeker.subject, MASK_MOD, FAIL_INVLD_MINOR_NR, {
        message: `The specified minor number '${vlmMinor}' is invalid.`,
        cause: `Minor number ${vlmMinor} is already in use`,
      })
    }
    changeProps('vlmDfn', vlmDfn.props, changes, seeker)
    const grows = vlmSize !== undefined && vlmSize !== vlmDfn.sizeKib
    vlmDfn.sizeKib = vlmSize ?? vlmDfn.sizeKib
    vlmDfn.minor = vlmMinor ?? vlmDfn.minor
    call.reply(outcomes.modified(subjects.vlmDfn(dfn.name, vlmNr), vlmDfn.uuid))
    if (grows && cluster.apiVersion === 3) answerResize(call, dfn)
  },
  DelVlmDfn(call, { vlmDfnUuid, rscName, vlmNr }) {
    const { cluster } = call
    const dfn = cluster.rscDfns.get(keyOf(rscName))
    const vlmDfn = dfn?.vlmDfns.get(vlmNr)
    const subject = subjects.vlmDfn(dfn?.name ?? rscName, vlmNr)
    if (dfn === undefined || vlmDfn === undefined) {
      const { title, context } = subject
      call.reply(outcomes.notThere(subject, { message: `${title} not found.`, details: context }))
      return
    }
    checkUuid(vlmDfnUuid, vlmDfn.uuid, FAIL_UUID_VLM_DFN, { subject, operation: MASK_DEL })
    const { size } = dfn.rscs
    call.reply({
      retCode: MASK_DEL | subject.object | DELETED,
      objRefs: subject.refs,
      message: `${subject.title} ${size === 0 ? 'was deleted' : 'marked for deletion'}.`,
      details: `${subject.title} UUID is:${vlmDfn.uuid}`,
    })
    if (size === 0) dfn.vlmDfns.delete(vlmNr)
    else deleteVlms(call, dfn, vlmDfn)
  },
} satisfies SomeHandlers

function checkSize(dfn: RscDfn, vlmDfn: VlmDfn, sizeKib: bigint, { subject, operation }: Seeker): void {
  const { min, max } = vlmSizeRange
  const refuse = (message: string, cause: string) =>
    outcomes.refused(subject, operation, FAIL_INVLD_VLM_SIZE, { message, cause })
  if (sizeKib < min || sizeKib > max) {
    throw refuse(
      `The ${subject.title.replace('Volume', 'volume')} has an invalid size of '${sizeKib}'. ` +
        `Valid sizes range from ${min} to ${max}.`,
      `Volume size value ${sizeKib} is out of range [${min} - ${max}]`,
    )
  }
  if (sizeKib < vlmDfn.sizeKib && dfn.rscs.size > 0) {
    throw refuse('Deployed volumes can only grow in size, not shrink.', 'The volume is deployed')
  }
}

// From LINSTOR 0.7.2 on a resize waits for the satellites; the text is ours.
function answerResize(call: Call, dfn: RscDfn): void {
  askSatellites(call, sorted(dfn.rscs), {
    each: ({ node }) => call.reply({ retCode: MODIFIED, message: `Resized '${dfn.name}' on '${node.name}'` }),
  })
}

function deleteVlms(call: Call, dfn: RscDfn, vlmDfn: VlmDfn): void {
  const { cluster, apiVersion } = call
  const { number } = vlmDfn
  vlmDfn.flags.add(FLAG_DELETE)
  for (const { vlms } of dfn.rscs.values()) vlms.get(number)?.flags.add(FLAG_DELETE)
  askSatellites(call, sorted(dfn.rscs), {
    wait: apiVersion === 3,
    each(rsc) {
      const vlm = rsc.vlms.get(number)
      if (vlm !== undefined) publish.volumeClosed(cluster, rsc, vlm)
      rsc.vlms.delete(number)
      if (![...dfn.rscs.values()].some(({ vlms }) => vlms.has(number))) dfn.vlmDfns.delete(number)
      const message = `Deleted volume ${number} of '${dfn.name}' on '${rsc.node.name}'`
      call.reply({ retCode: MODIFIED, message })
    },
  })
}
