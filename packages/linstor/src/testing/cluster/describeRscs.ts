import type { MsgLstRsc } from '@x/linstor-wire/messages/MsgLstRsc'
import type { Rsc as RscMessage } from '@x/linstor-wire/messages/Rsc'
import type { RscState } from '@x/linstor-wire/messages/RscState'
import { describeVlm } from './describeVlm.js'
import { isOffline } from './isOffline.js'
import { listProps } from './listProps.js'
import type { Rsc, Vlm } from './objects.js'

/** Resources as the lists of the controller have them, and the states of those whose satellites have reported one. */
export const describeRscs = (rscs: readonly Rsc[], keep: (vlm: Vlm) => boolean = () => true): MsgLstRsc => ({
  resources: rscs.map((rsc) => describeRsc(rsc, keep)),
  resourceStates: rscs.filter(hasState).map(describeState),
})

const describeRsc = (rsc: Rsc, keep: (vlm: Vlm) => boolean): RscMessage => ({
  uuid: rsc.uuid,
  name: rsc.dfn.name,
  nodeUuid: rsc.node.uuid,
  nodeName: rsc.node.name,
  rscDfnUuid: rsc.dfn.uuid,
  props: listProps(rsc.props),
  rscFlags: [...rsc.flags].sort(),
  vlms: [...rsc.vlms.values()].filter(keep).map((vlm) => describeVlm(rsc, vlm)),
  nodeId: rsc.nodeId,
})

const hasState = (rsc: Rsc): boolean =>
  !isOffline(rsc.node) && [...rsc.vlms.values()].some(({ diskState }) => diskState !== undefined)

const describeState = (rsc: Rsc): RscState => ({
  rscName: rsc.dfn.name,
  nodeName: rsc.node.name,
  inUse: rsc.inUse,
  vlmStates: [...rsc.vlms.values()].map(({ dfn, diskState }) => ({ vlmNr: dfn.number, diskState })),
})
