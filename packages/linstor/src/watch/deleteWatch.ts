import { encodeMsgDelWatch } from '@x/linstor-wire/messages/MsgDelWatch'
import { handCalls } from '../call/handCalls.js'
import { performCall } from '../call/performCall.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ReadyConnection } from '../transport/openConnection.js'

/**
 * Tells the controller that a watch has ended, as a courtesy: over the watch's own connection if that is still good, not
 * for long, and without hiding what ended it.
 */
export async function deleteWatch(client: LinstorClient, watchId: number, ready: ReadyConnection): Promise<void> {
  if (ready.connection.failure !== undefined) return
  const definition = { ...handCalls.watchDelete, rules: {}, encode: () => encodeMsgDelWatch({ watchId }) }
  const collector = { reset: () => {}, seen: () => false, reply: () => {} }
  try {
    await performCall(client, definition, {}, { timeoutMs: client.config.connectTimeoutMs }, collector, ready)
  } catch (error) {
    client.transport.notice('watch-not-deleted', `watch ${watchId} could not be deleted`, error)
  }
}
