import type { LinstorClient } from '../client/LinstorClient.js'
import { type Definition, defineResource } from './defineResource.js'
import type { ResourceOptions } from './ResourceOptions.js'
import { removeAgain } from './removeAgain.js'

/**
 * Creates what does not exist of a definition, and then does `work`. When either fails, and the options say so, the
 * resource definition is removed again if it was created here.
 */
export async function withDefinition(
  client: LinstorClient,
  definition: Definition,
  { rollback = false, ...options }: ResourceOptions,
  work: () => Promise<void>,
): Promise<void> {
  let created = false
  try {
    await defineResource(client, definition, options, () => {
      created = true
    })
    await work()
  } catch (error) {
    if (created && rollback) await removeAgain(client, definition.name, options)
    throw error
  }
}
