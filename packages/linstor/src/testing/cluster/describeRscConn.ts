import type { RscConn } from '@x/linstor-wire/messages/RscConn'
import { keyOf } from './keyOf.js'
import { listProps } from './listProps.js'
import type { Connection, RscDfn } from './objects.js'

/** A resource connection as the lists of the controller have it. */
export const describeRscConn = (dfn: RscDfn, connection: Connection): RscConn => ({
  rscConnUuid: connection.uuid,
  nodeName1: connection.first,
  nodeName2: connection.second,
  rscName: dfn.name,
  rsc1Uuid: dfn.rscs.get(keyOf(connection.first))?.uuid,
  rsc2Uuid: dfn.rscs.get(keyOf(connection.second))?.uuid,
  rscConnProps: listProps(connection.props),
  rscConnFlags: [...connection.flags],
  port: connection.port,
})
