import { NodeConnectionStatus } from '@x/linstor-wire/messages/Node'

type StatusName = keyof typeof NodeConnectionStatus

/** Name of the state of a node's connection, for example `ONLINE`; `undefined` for a number that is not known. */
export const connectionStatusName = (status: number | undefined): StatusName | undefined =>
  Object.entries(NodeConnectionStatus).find(
    (entry): entry is [StatusName, (typeof entry)[1]] => entry[1] === status,
  )?.[0]
