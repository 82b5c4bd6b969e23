import type { CallOptions } from '@x/core-errors'
import { resourceDfnDelete } from '../actions/resourceDfnDelete.js'
import { expectSuccess } from '../call/expectSuccess.js'
import type { LinstorClient } from '../client/LinstorClient.js'

/**
 * Removes a resource definition that was created a moment ago, because a later step failed. The caller's signal may have
 * ended that step, so it does not count here; that this fails, too, is told as a notice and does not hide why.
 */
export async function removeAgain(client: LinstorClient, name: string, { timeoutMs }: CallOptions): Promise<void> {
  try {
    expectSuccess(await resourceDfnDelete(client, { name }, { timeoutMs }), 'resourceDfnDelete')
  } catch (error) {
    client.transport.notice('rollback-failed', `resource definition ${name} could not be removed again`, error)
  }
}
