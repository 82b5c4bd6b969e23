import type { CallOptions } from '@x/core-errors'
import { API_RSP_MAX_VLM_SIZE } from '@x/linstor-wire/constants'
import { encodeMsgQryMaxVlmSizes } from '@x/linstor-wire/messages/MsgQryMaxVlmSizes'
import { decodeMsgRspMaxVlmSizes } from '@x/linstor-wire/messages/MsgRspMaxVlmSizes'
import { decodeMsgRspMaxVlmSizes as decodeOfVersion2 } from '@x/linstor-wire/messages/v2/MsgRspMaxVlmSizes'
import type { Answers } from '../call/Answers.js'
import type { AnswerInput } from '../call/answerInput.js'
import { callList, type ListDefinition } from '../call/callList.js'
import { handCalls } from '../call/handCalls.js'
import type { ListAnswer } from '../call/ListAnswer.js'
import { listOf } from '../check/listOf.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { Peer } from '../connection/Peer.js'
import type { MaxVolumeSizes } from '../lists/MaxVolumeSizes.js'

/** What {@link storagePoolDfnMaxVlmSizes} takes. */
export interface StoragePoolDfnMaxVlmSizesParameters {
  /** How many replicas the volume is to have, at least 1. */
  placeCount: number
  /** Only storage pools of this name. */
  storagePoolName?: string | undefined
  /** Names of resources; nodes that hold one of them are not used. */
  doNotPlaceWith?: readonly string[] | undefined
  /** Regular expression on names of resources; nodes that hold a match are not used. */
  doNotPlaceWithRegex?: string | undefined
  /** Keys of node properties; all chosen nodes have the same value of each. */
  replicasOnSame?: readonly string[] | undefined
  /** Keys of node properties; all chosen nodes differ in the value of each. */
  replicasOnDifferent?: readonly string[] | undefined
}

const definition: ListDefinition<StoragePoolDfnMaxVlmSizesParameters, MaxVolumeSizes> = {
  ...handCalls.storagePoolDfnMaxVlmSizes,
  rules: {
    placeCount: rules.placeCount,
    storagePoolName: optional(rules.storagePoolName),
    doNotPlaceWith: optional(listOf(rules.text)),
    doNotPlaceWithRegex: optional(rules.text),
    replicasOnSame: optional(listOf(rules.text)),
    replicasOnDifferent: optional(listOf(rules.text)),
  },
  encode: (p) =>
    encodeMsgQryMaxVlmSizes({
      selectFilter: {
        placeCount: p.placeCount,
        storagePool: p.storagePoolName,
        notPlaceWithRsc: p.doNotPlaceWith,
        notPlaceWithRscRegex: p.doNotPlaceWithRegex,
        replicasOnSame: p.replicasOnSame,
        replicasOnDifferent: p.replicasOnDifferent,
      },
    }),
  content: API_RSP_MAX_VLM_SIZE,
  decode: toMaxVolumeSizes,
}

// The first field of a candidate is a name in version 2 and a message in version 3, of the same wire type.
function toMaxVolumeSizes(message: AnswerInput, { apiVersion }: Peer): MaxVolumeSizes {
  if (apiVersion === 2) {
    const candidates = decodeOfVersion2(message).candidates.map(({ storPoolName: storagePoolName, ...rest }) => ({
      storagePoolName,
      maxVlmSize: rest.maxVlmSize,
      nodeNames: rest.nodeNames,
      allThin: rest.allThin,
    }))
    return { candidates, defaultMaxOversubscriptionRatio: undefined }
  }
  const { candidates, defaultMaxOversubscriptionRatio } = decodeMsgRspMaxVlmSizes(message)
  return {
    candidates: candidates.map(({ storPoolDfn, maxVlmSize, nodeNames, allThin }) => ({
      storagePoolName: storPoolDfn.storPoolName,
      maxVlmSize,
      nodeNames,
      allThin,
    })),
    defaultMaxOversubscriptionRatio,
  }
}

/**
 * Asks how large a volume may be in each storage pool, for a number of replicas.
 *
 * Made again when the connection is lost meanwhile: it only reads.
 *
 * @returns What fits, or outcomes such as `FAIL_NOT_ENOUGH_NODES`; {@link expectList} takes the one from the other.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `QryMaxVlmSize`
 * @example
 * const { candidates } = expectList(await storagePoolDfnMaxVlmSizes(client, { placeCount: 2 }))
 */
export const storagePoolDfnMaxVlmSizes = (
  client: LinstorClient,
  parameters: StoragePoolDfnMaxVlmSizesParameters,
  options: CallOptions = {},
): Answers<ListAnswer<MaxVolumeSizes>> => callList(client, definition, parameters, options)
