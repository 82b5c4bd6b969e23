import type { CallOptions } from '@x/core-errors'
import { isError } from '@x/linstor-wire'
import { FLAG_DISKLESS } from '@x/linstor-wire/constants'
import { handCalls } from '../call/handCalls.js'
import { checkParameters } from '../check/checkParameters.js'
import { rules } from '../check/rules.js'
import { sameName } from '../check/sameName.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import { filterApiCallResponse } from '../replies/filterApiCallResponse.js'
import { toApiCallResponse } from '../replies/toApiCallResponse.js'
import { resourceDelete } from './resourceDelete.js'
import { resourceList } from './resourceList.js'

/** What {@link resourceDeleteIfDiskless} takes. */
export interface ResourceDeleteIfDisklessParameters {
  /** Name of the node. */
  nodeName: string
  /** Name of the resource definition. */
  rscName: string
}

/**
 * Removes a resource from a node if it has no disk there. A resource with a disk, and none at all, are left alone: that
 * is a success, too, and the outcome says so.
 *
 * @returns All outcomes, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, calls `LstRsc` and `DelRsc`
 */
export async function resourceDeleteIfDiskless(
  client: LinstorClient,
  parameters: ResourceDeleteIfDisklessParameters,
  options: CallOptions = {},
): Promise<ApiCallResponse[]> {
  const { operation } = handCalls.resourceDeleteIfDiskless
  checkParameters(
    operation,
    parameters,
    { nodeName: rules.nodeName, rscName: rules.resourceName },
    client.config.checkLimits,
  )
  const { nodeName, rscName } = parameters
  const answers = await resourceList(client, { filterByNodes: [nodeName], filterByResources: [rscName] }, options)
  const replies = filterApiCallResponse(answers)
  if (replies.some((reply) => isError(reply))) return replies
  const resources = answers.flatMap((answer) => (answer.kind === 'list' ? answer.list.resources : []))
  const found = resources.find((resource) => sameName(resource.name, rscName) && sameName(resource.nodeName, nodeName))
  if (found === undefined) return [ownReply(`There is no resource '${rscName}' on node '${nodeName}'.`)]
  if (found.rscFlags.includes(FLAG_DISKLESS)) return resourceDelete(client, { nodeName, rscName }, options)
  return [ownReply(`Resource '${rscName}' on node '${nodeName}' has a disk and was kept.`)]
}

// Said by this client: the controller was not asked to do anything.
const ownReply = (message: string): ApiCallResponse =>
  toApiCallResponse({ retCode: 0n, objRefs: [], message, errorReportIds: [] })
