import type { RscDfn as RscDfnMessage } from '@x/linstor-wire/messages/RscDfn'
import { listProps } from './listProps.js'
import type { RscDfn } from './objects.js'

/** A resource definition as the lists of the controller have it. */
export const describeRscDfn = (dfn: RscDfn): RscDfnMessage => ({
  rscDfnUuid: dfn.uuid,
  rscName: dfn.name,
  rscDfnPort: dfn.port,
  rscDfnSecret: dfn.secret,
  rscDfnFlags: [...dfn.flags],
  rscDfnProps: listProps(dfn.props),
  vlmDfns: [...dfn.vlmDfns.values()]
    .sort((a, b) => a.number - b.number)
    .map((vlmDfn) => ({
      vlmDfnUuid: vlmDfn.uuid,
      vlmNr: vlmDfn.number,
      vlmSize: vlmDfn.sizeKib,
      vlmMinor: vlmDfn.minor,
      vlmFlags: [...vlmDfn.flags],
      vlmProps: listProps(vlmDfn.props),
    })),
})
