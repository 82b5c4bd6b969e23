import type { CallOptions } from '@x/core-errors'
import type { MsgLstStorPool } from '@x/linstor-wire/messages/MsgLstStorPool'
import { expectList } from '../call/expectList.js'
import { handCalls } from '../call/handCalls.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { type StoragePoolListParameters, storagePoolList } from './storagePoolList.js'

/** What {@link storagePoolListRaise} takes. */
export type StoragePoolListRaiseParameters = StoragePoolListParameters

/**
 * Lists storage pools, or throws when the controller refuses.
 *
 * @throws {LinstorApiError} when one of the outcomes is an error; it keeps all of them.
 * @see LINSTOR API versions 2 and 3, call `LstStorPool`
 * @example
 * const { storPools } = await storagePoolListRaise(client, { filterByNodes: ['alpha'] })
 */
export const storagePoolListRaise = async (
  client: LinstorClient,
  parameters: StoragePoolListRaiseParameters = {},
  options: CallOptions = {},
): Promise<MsgLstStorPool> =>
  expectList(await storagePoolList(client, parameters, options), handCalls.storagePoolListRaise.operation)
