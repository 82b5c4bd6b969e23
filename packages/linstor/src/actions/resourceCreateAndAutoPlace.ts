import type { CallOptions } from '@x/core-errors'
import { handCalls } from '../call/handCalls.js'
import { checkParameters } from '../check/checkParameters.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import { allApiResponsesNoError } from '../replies/allApiResponsesNoError.js'
import { removeAgain } from '../resource/removeAgain.js'
import { resourceAutoPlace } from './resourceAutoPlace.js'
import { resourceDfnCreate } from './resourceDfnCreate.js'
import { volumeDfnCreate } from './volumeDfnCreate.js'

/** What {@link resourceCreateAndAutoPlace} takes. */
export interface ResourceCreateAndAutoPlaceParameters {
  /** Name of the new resource definition. */
  rscName: string
  /** Size of its one volume in KiB, from 4 KiB to 1 PiB. */
  size: bigint | number
  /** How many replicas to place, at least 1. */
  placeCount: number
  /** Storage pool of the replicas, and of those that are placed later. */
  storagePool?: string | undefined
  /** Deploy the resource without a disk on all other nodes. @default false */
  disklessOnRemaining?: boolean | undefined
  /** Remove the resource definition again when a later step fails. @default false */
  rollback?: boolean | undefined
}

const parameterRules = {
  rscName: rules.resourceName,
  size: rules.sizeKib,
  placeCount: rules.placeCount,
  storagePool: optional(rules.storagePoolName),
  disklessOnRemaining: optional(rules.flag),
  rollback: optional(rules.flag),
}

/**
 * Creates a resource definition with one volume definition and lets the controller deploy it. Stops after the first step
 * of which an outcome is an error.
 *
 * @returns All outcomes of the steps that were made; {@link expectSuccess} throws for the errors among them.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, calls `CrtRscDfn`, `CrtVlmDfn` and `AutoPlaceRsc`
 * @example
 * expectSuccess(await resourceCreateAndAutoPlace(client, { rscName: 'web', size: 10_240, placeCount: 2, rollback: true }))
 */
export async function resourceCreateAndAutoPlace(
  client: LinstorClient,
  parameters: ResourceCreateAndAutoPlaceParameters,
  options: CallOptions = {},
): Promise<ApiCallResponse[]> {
  const { operation } = handCalls.resourceCreateAndAutoPlace
  checkParameters(operation, parameters, parameterRules, client.config.checkLimits)
  const { rscName, size, placeCount, storagePool, disklessOnRemaining, rollback = false } = parameters
  const replies = await resourceDfnCreate(client, { name: rscName }, options)
  if (!allApiResponsesNoError(replies)) return replies
  const steps = [
    () => volumeDfnCreate(client, { rscName, size, storagePool }, options),
    () => resourceAutoPlace(client, { rscName, placeCount, storagePool, disklessOnRemaining }, options),
  ]
  const undo = async () => {
    if (rollback) await removeAgain(client, rscName, options)
  }
  try {
    for (const step of steps) {
      const outcomes = await step()
      replies.push(...outcomes)
      if (!allApiResponsesNoError(outcomes)) {
        await undo()
        break
      }
    }
  } catch (error) {
    await undo()
    throw error
  }
  return replies
}
