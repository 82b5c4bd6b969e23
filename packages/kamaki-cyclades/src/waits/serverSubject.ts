import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import { getServerDetails } from '../actions/compute/getServerDetails.js'
import type { CycladesClient } from '../createCycladesClient.js'
import type { Server } from '../schemas/Server.js'
import type { StatusSubject } from './statusWaits.js'

/** What there is to know about waiting for a server. */
export const serverSubject = (
  client: CycladesClient,
  operation: string,
  serverId: Id,
  options: HttpCallOptions,
): StatusSubject<Server> => ({
  session: client.session,
  operation,
  subject: `server ${serverId}`,
  look: () => getServerDetails(client, { serverId }, options),
  statusOf: ({ status }) => status,
  failures: ['error'],
  gone: ['deleted'],
  isIdle: (details) => !details['SNF:task_state'],
  placeholder: (status) => ({ id: String(serverId), name: '', status }),
})
