import { decodeMsgRspMaxVlmSizes } from '@x/linstor-wire/messages/MsgRspMaxVlmSizes'
import { decodeMsgRspMaxVlmSizes as decodeOfVersion2 } from '@x/linstor-wire/messages/v2/MsgRspMaxVlmSizes'
import type { AnswerInput } from '../call/answerInput.js'
import type { Peer } from '../connection/Peer.js'
import type { MaxVolumeSizes } from './MaxVolumeSizes.js'

/**
 * What fits where, from the dialect of the other end: the first field of a candidate is a name in API version 2 and a
 * message in version 3, of the same wire type.
 */
export function toMaxVolumeSizes(message: AnswerInput, { apiVersion }: Peer): MaxVolumeSizes {
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
