import {
  CREATED,
  FAIL_EXISTS_VLM_DFN,
  FAIL_INVLD_MINOR_NR,
  FAIL_INVLD_VLM_NR,
  FAIL_INVLD_VLM_SIZE,
  FAIL_NOT_FOUND_CRYPT_KEY,
  FLAG_DISKLESS,
  FLAG_ENCRYPTED,
  KEY_MINOR_NR,
  MASK_CRT,
} from '@x/linstor-wire/constants'
import type { VlmDfn as VlmDfnMessage } from '@x/linstor-wire/messages/VlmDfn'
import { changeProps } from '../cluster/changeProps.js'
import { createVlmDfn } from '../cluster/createVlmDfn.js'
import { deployRsc } from '../cluster/deployRsc.js'
import { lowestFree } from '../cluster/lowestFree.js'
import { minorsInUse } from '../cluster/minorsInUse.js'
import type { Rsc, RscDfn, StorPool } from '../cluster/objects.js'
import { placeVlm } from '../cluster/placeVlm.js'
import { runOnSatellite } from '../cluster/runOnSatellite.js'
import { vlmSizeRange } from '../cluster/vlmSizeRange.js'
import type { Call } from '../protocol/Call.js'
import { choosePool } from '../protocol/choosePool.js'
import { outcomes } from '../protocol/outcomes.js'
import { type Subject, subjects } from '../protocol/subjects.js'

/** Adds volume definitions, all or none, and their volumes where the resource is placed already. */
export function addVlmDfns(call: Call, dfn: RscDfn, wanted: readonly VlmDfnMessage[]): void {
  const { cluster } = call
  const numbers = new Set(dfn.vlmDfns.keys())
  const parts = wanted.map((vlmDfn) => {
    const number = vlmDfn.vlmNr ?? lowestFree(0, numbers)
    const subject = subjects.vlmDfn(dfn.name, number)
    checkVlmDfn(call, subject, vlmDfn, number, numbers)
    const props = new Map<string, string>()
    changeProps('vlmDfn', props, { overrideProps: vlmDfn.vlmProps }, { subject, operation: MASK_CRT })
    numbers.add(number)
    const pools = [...dfn.rscs.values()].map((rsc) => ({ rsc, pool: poolOf(call, rsc, number, props) }))
    return { pools, number, subject, props, sizeKib: vlmDfn.vlmSize, minor: vlmDfn.vlmMinor, flags: vlmDfn.vlmFlags }
  })
  const replies = parts.map(({ subject, props, pools, ...rest }) => {
    const created = createVlmDfn(cluster, dfn, rest)
    for (const { rsc, pool } of pools) placeVlm(rsc, created, pool)
    for (const [key, value] of props) created.props.set(key, value)
    return {
      retCode: MASK_CRT | subject.object | CREATED,
      objRefs: { ...subject.refs, [KEY_MINOR_NR]: String(created.minor) },
      message: `New ${subject.title.replace('Volume', 'volume')} created.`,
      details: '',
    }
  })
  for (const rsc of dfn.rscs.values()) runOnSatellite(cluster, rsc.node, () => deployRsc(cluster, rsc))
  call.reply(...replies)
}

const poolOf = ({ cluster }: Call, rsc: Rsc, number: number, vlmDfnProps: ReadonlyMap<string, string>): StorPool =>
  choosePool(cluster, {
    node: rsc.node,
    dfn: rsc.dfn,
    diskless: rsc.flags.has(FLAG_DISKLESS),
    rscProps: rsc.props,
    vlmDfnProps,
    number,
    operation: MASK_CRT,
  })

function checkVlmDfn(call: Call, subject: Subject, vlmDfn: VlmDfnMessage, number: number, taken: ReadonlySet<number>) {
  const { vlmSize, vlmMinor, vlmFlags } = vlmDfn
  const dfnName = subject.refs['RscDfn'] ?? ''
  const details = `${subject.context}\n${subjects.vlmDfns(dfnName).title}`
  const refuse = (failure: bigint, message: string, cause: string) =>
    outcomes.refused(subject, MASK_CRT, failure, { message, cause, details })
  if (number < 0 || number > 65_534) {
    throw refuse(
      FAIL_INVLD_VLM_NR,
      `The specified volume number '${number}' is invalid. Volume numbers have to be in range of 0 - 65534.`,
      `Volume number ${number} is out of range [0 - 65534]`,
    )
  }
  if (taken.has(number)) {
    throw outcomes.exists(subject, FAIL_EXISTS_VLM_DFN, {
      message: `A volume definition with the number ${number} already exists in resource definition '${dfnName}'.`,
      details,
    })
  }
  const { min, max } = vlmSizeRange
  if (vlmSize < min || vlmSize > max) {
    throw refuse(
      FAIL_INVLD_VLM_SIZE,
      `The volume definition with number '${number}' of resource definition '${dfnName}' ` +
        `has an invalid size of '${vlmSize}'. Valid sizes range from ${min} to ${max}.`,
      `Volume size value ${vlmSize} is out of range [${min} - ${max}]`,
    )
  }
  if (
    vlmMinor !== undefined &&
    (vlmMinor < 0 || vlmMinor > 1_048_575 || minorsInUse(call.cluster).includes(vlmMinor))
  ) {
    throw refuse(
      FAIL_INVLD_MINOR_NR,
      `The specified minor number '${vlmMinor}' is invalid.`,
      `Minor number ${vlmMinor} is already in use or out of range [0 - 1048575]`,
    )
  }
  if (vlmFlags.includes(FLAG_ENCRYPTED) && !call.cluster.security.unlocked) {
    throw refuse(
      FAIL_NOT_FOUND_CRYPT_KEY,
      'Unable to create an encrypted volume definition without having a master key',
      'The master passphrase was not entered',
    )
  }
}
