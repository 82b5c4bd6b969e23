import { type CallOptions, ConfigurationError } from '@x/core-errors'
import { API_HOSTNAME } from '@x/linstor-wire/constants'
import { decodeMsgHostname, type MsgHostname } from '@x/linstor-wire/messages/MsgHostname'
import type { Answers } from '../call/Answers.js'
import type { CallTarget } from '../call/CallDefinition.js'
import { callList, type ListDefinition } from '../call/callList.js'
import { handCalls } from '../call/handCalls.js'
import type { ListAnswer } from '../call/ListAnswer.js'
import type { LinstorClient } from '../client/LinstorClient.js'

/** What {@link hostname} takes. */
export type HostnameParameters = Record<string, never>

const definition: ListDefinition<HostnameParameters, MsgHostname> = {
  ...handCalls.hostname,
  rules: {},
  refuse: ({ peer: { address } }: CallTarget) => {
    if (address.satellite) return
    const { operation } = definition
    throw new ConfigurationError(
      `${operation}: only satellites know this call (linstorstlt://), and ${address.uri} is a controller`,
      { operation },
    )
  },
  content: API_HOSTNAME,
  decode: (message) => decodeMsgHostname(message),
}

/**
 * Asks a satellite for its host name.
 *
 * @throws {ConfigurationError} when the connection goes to a controller, which does not know the call.
 * @see LINSTOR API versions 2 and 3, call `Hostname`
 * @example
 * const { hostname: name } = expectList(await hostname(createLinstorClient({ uri: 'linstorstlt://alpha' })))
 */
export const hostname = (
  client: LinstorClient,
  parameters: HostnameParameters = {},
  options: CallOptions = {},
): Answers<ListAnswer<MsgHostname>> => callList(client, definition, parameters, options)
