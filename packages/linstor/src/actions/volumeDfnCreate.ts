import type { CallOptions } from '@x/core-errors'
import { encodeMsgCrtVlmDfn } from '@x/linstor-wire/messages/MsgCrtVlmDfn'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { type VolumeDefinition, volumeDefinition } from '../call/volumeDefinition.js'
import { listOf } from '../check/listOf.js'
import { notEmpty } from '../check/notEmpty.js'
import { objectOf } from '../check/objectOf.js'
import { rules } from '../check/rules.js'
import { volumeDefinitionRules } from '../check/volumeDefinitionRules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link volumeDfnCreate} takes: one volume definition, or `volumeDfns` with several. */
export type VolumeDfnCreateParameters = {
  /** Name of the resource definition. */
  rscName: string
} & (VolumeDefinition | { volumeDfns: readonly VolumeDefinition[] })

interface One extends VolumeDefinition {
  rscName: string
}

interface Several {
  rscName: string
  volumeDfns: readonly VolumeDefinition[]
}

const one: CallDefinition<One> = {
  ...handCalls.volumeDfnCreate,
  rules: { rscName: rules.resourceName, ...volumeDefinitionRules },
  encode: ({ rscName, ...single }) => encodeMsgCrtVlmDfn({ rscName, vlmDfns: [volumeDefinition(single)] }),
}

const several: CallDefinition<Several> = {
  ...handCalls.volumeDfnCreate,
  rules: { rscName: rules.resourceName, volumeDfns: notEmpty(listOf(objectOf(volumeDefinitionRules))) },
  encode: ({ rscName, volumeDfns }) => encodeMsgCrtVlmDfn({ rscName, vlmDfns: volumeDfns.map(volumeDefinition) }),
}

/**
 * Adds a volume definition, or several, to a resource definition.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent, a size of 0 for one; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtVlmDfn`
 * @example
 * expectSuccess(await volumeDfnCreate(client, { rscName: 'web', size: 10_240 })) // 10 MiB
 */
export const volumeDfnCreate = (
  client: LinstorClient,
  parameters: VolumeDfnCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> =>
  'volumeDfns' in parameters
    ? callReplies(client, several, parameters, options)
    : callReplies(client, one, parameters, options)
