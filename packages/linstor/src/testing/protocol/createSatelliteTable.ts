import { API_HOSTNAME } from '@x/linstor-wire/constants'
import { encodeMsgHostname } from '@x/linstor-wire/messages/MsgHostname'
import type { CallTable } from './CallTable.js'
import { fixedReplies } from './fixedReplies.js'

/** The calls that a satellite offers to a peer that has not authenticated: its name, and nothing else. */
export const createSatelliteTable = (hostname: string): CallTable => ({
  takes: () => 'nothing',
  decode: () => undefined,
  refusal: ({ name }) => (name === API_HOSTNAME ? undefined : fixedReplies.notAuthenticated(name)),
  run: (call) => call.answer(API_HOSTNAME, encodeMsgHostname({ hostname }).finish()),
})
