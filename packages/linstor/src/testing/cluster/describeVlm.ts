import type { Vlm as VlmMessage } from '@x/linstor-wire/messages/Vlm'
import { listProps } from './listProps.js'
import type { Rsc, Vlm } from './objects.js'
import { provisioningOf } from './provisioningOf.js'
import { storageSource } from './storageSource.js'

/** A volume as the lists of the controller have it; without its devices until the satellite has made them. */
export function describeVlm(rsc: Rsc, vlm: Vlm): VlmMessage {
  const { dfn, pool } = vlm
  const deployed = vlm.diskState !== undefined
  return {
    vlmUuid: vlm.uuid,
    vlmDfnUuid: dfn.uuid,
    vlmNr: dfn.number,
    vlmMinorNr: dfn.minor,
    backingDisk: deployed ? backingDisk(rsc, vlm) : undefined,
    metaDisk: deployed ? 'internal' : undefined,
    storPoolUuid: pool.uuid,
    storPoolName: pool.dfn.name,
    vlmFlags: [...vlm.flags],
    vlmProps: listProps(vlm.props),
    storPoolDfnProps: [],
    storPoolProps: [],
    devicePath: deployed ? `/dev/drbd${dfn.minor}` : undefined,
  }
}

function backingDisk(rsc: Rsc, { dfn, pool }: Vlm): string {
  if (provisioningOf(pool) === undefined) return 'none'
  const [group] = (storageSource(pool) ?? '').split('/')
  return `/dev/${group}/${rsc.dfn.name}_${String(dfn.number).padStart(5, '0')}`
}
