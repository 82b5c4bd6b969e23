import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import { getPortDetails } from '../actions/network/getPortDetails.js'
import type { CycladesClient } from '../createCycladesClient.js'
import type { Port } from '../schemas/Port.js'
import type { StatusSubject } from './statusWaits.js'

/** What there is to know about waiting for a port. */
export const portSubject = (
  client: CycladesClient,
  operation: string,
  portId: Id,
  options: HttpCallOptions,
): StatusSubject<Port> => ({
  session: client.session,
  operation,
  subject: `port ${portId}`,
  look: () => getPortDetails(client, { portId }, options),
  statusOf: ({ status }) => status,
  failures: ['error'],
  gone: ['deleted'],
  placeholder: (status) => ({ id: String(portId), network_id: '', status }),
})
