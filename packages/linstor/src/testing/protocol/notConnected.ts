import { WARN_NOT_CONNECTED } from '@x/linstor-wire/constants'
import type { Node } from '../cluster/objects.js'
import type { ReplyInput } from './ReplyInput.js'

/** What is said of a change that a satellite will only see later. Observed on LINSTOR 0.6.0. */
export const notConnected = (node: Node): ReplyInput => ({
  retCode: WARN_NOT_CONNECTED,
  message: `No active connection to satellite '${node.name}'`,
  details:
    'The controller is trying to (re-) establish a connection to the satellite. ' +
    'The controller stored the changes and as soon the satellite is connected, it will receive this update.',
})
