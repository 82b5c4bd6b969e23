import type { CallOptions } from '@x/core-errors'
import { KEY_STOR_POOL_SF_STOR_SVC, NAMESPC_STORAGE_DRIVER } from '@x/linstor-wire/constants'
import { encodeMsgCrtSfTargetNode } from '@x/linstor-wire/messages/MsgCrtSfTargetNode'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link nodeCreateSwordfishTarget} takes. */
export interface NodeCreateSwordfishTargetParameters {
  /** Name of the new node. */
  nodeName: string
  /** Id of the Swordfish storage service that the node stands for. */
  storageService: string
}

const definition: CallDefinition<NodeCreateSwordfishTargetParameters> = {
  ...handCalls.nodeCreateSwordfishTarget,
  rules: { nodeName: rules.nodeName, storageService: rules.text },
  encode: ({ nodeName: name, storageService: value }) =>
    encodeMsgCrtSfTargetNode({
      name,
      props: [{ key: `${NAMESPC_STORAGE_DRIVER}/${KEY_STOR_POOL_SF_STOR_SVC}`, value }],
    }),
}

/**
 * Adds a node that stands for a Swordfish storage service. From LINSTOR 0.6.2.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtSfTargetNode`
 */
export const nodeCreateSwordfishTarget = (
  client: LinstorClient,
  parameters: NodeCreateSwordfishTargetParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
