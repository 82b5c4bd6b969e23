import { type CallOptions, ConfigurationError } from '@x/core-errors'
import { FLAG_DISKLESS, KEY_STOR_POOL_NAME } from '@x/linstor-wire/constants'
import { encodeMsgCrtRsc } from '@x/linstor-wire/messages/MsgCrtRsc'
import { encodeMsgCrtRsc as encodeOfVersion2 } from '@x/linstor-wire/messages/v2/MsgCrtRsc'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { collectAnswers } from '../call/collectAnswers.js'
import { handCalls } from '../call/handCalls.js'
import { performCall } from '../call/performCall.js'
import { propertyEntries } from '../call/propertyEntries.js'
import { checkParameters } from '../check/checkParameters.js'
import { listOf } from '../check/listOf.js'
import { notEmpty } from '../check/notEmpty.js'
import { objectOf } from '../check/objectOf.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** One resource to create. */
export interface ResourceData {
  /** Name of the node. */
  nodeName: string
  /** Name of the resource definition. */
  rscName: string
  /** Without a disk of its own: the node reaches the data over the network. @default false */
  diskless?: boolean | undefined
  /** Name of the storage pool. Left out, the controller follows the properties of the definitions. */
  storagePool?: string | undefined
  /** DRBD node id; 0 is an id. Left out, the controller picks one. */
  nodeId?: number | undefined
}

/** What {@link resourceCreate} takes: one resource, or `rscs` with several. */
export type ResourceCreateParameters = (ResourceData | { rscs: readonly ResourceData[] }) & {
  /** Resolve when the immediate answers are there, and do not wait until the resources are ready. @default false */
  asyncMsg?: boolean | undefined
}

interface Several {
  rscs: readonly ResourceData[]
  asyncMsg?: boolean | undefined
}

const fields = {
  nodeName: rules.nodeName,
  rscName: rules.resourceName,
  diskless: optional(rules.flag),
  storagePool: optional(rules.storagePoolName),
  nodeId: optional(rules.nodeId),
}

const definition: CallDefinition<Several> = {
  ...handCalls.resourceCreate,
  rules: { rscs: notEmpty(listOf(objectOf(fields))), asyncMsg: optional(rules.flag) },
  encode: ({ rscs }, { peer }) => (peer.apiVersion === 2 ? encodeSingle(rscs, peer.address.uri) : encodeSeveral(rscs)),
}

const encodeSeveral = (rscs: readonly ResourceData[]) =>
  encodeMsgCrtRsc({
    rscs: rscs.map((resource) => ({
      ...toRsc(resource),
      overrideNodeId: resource.nodeId === undefined ? undefined : true,
    })),
  })

// Two resources in one message of version 2 would be merged into one by the controller.
function encodeSingle([resource, second]: readonly ResourceData[], uri: string) {
  const { operation } = definition
  if (resource === undefined || second !== undefined) {
    throw new ConfigurationError(`${operation}: ${uri} takes one resource at a time`, { operation, path: 'rscs' })
  }
  return encodeOfVersion2({ rsc: toRsc(resource), overrideNodeId: resource.nodeId === undefined ? undefined : true })
}

const toRsc = ({ rscName: name, nodeName, diskless = false, storagePool, nodeId }: ResourceData) => ({
  name,
  nodeName,
  props: storagePool === undefined ? [] : propertyEntries({ [KEY_STOR_POOL_NAME]: storagePool }),
  rscFlags: diskless ? [FLAG_DISKLESS] : [],
  nodeId,
})

// Looked at before a connection is opened.
function checked({ config }: LinstorClient, parameters: ResourceCreateParameters): Several {
  const { operation } = definition
  if ('rscs' in parameters) {
    checkParameters(operation, parameters, definition.rules, config.checkLimits)
    return parameters
  }
  const { asyncMsg, ...resource } = parameters
  checkParameters(operation, parameters, { ...fields, asyncMsg: definition.rules.asyncMsg }, config.checkLimits)
  return { rscs: [resource], asyncMsg }
}

/**
 * Deploys a resource definition on nodes.
 *
 * The answer waits until the resources are ready, maybe for ever: mind `timeoutMs`, or iterate the outcomes. Several
 * resources are one call from API version 3 on; before, one call each at the same time.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtRsc`
 * @example
 * expectSuccess(await resourceCreate(client, { nodeName: 'alpha', rscName: 'web', storagePool: 'lvmpool' }))
 */
export const resourceCreate = (
  client: LinstorClient,
  parameters: ResourceCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> =>
  collectAnswers(options.signal, async ({ push: reply, seen }, signal) => {
    const { rscs, asyncMsg } = checked(client, parameters)
    const own = { ...options, signal }
    const peer = client.transport.peer ?? (await client.transport.connect(own))
    const groups = peer.apiVersion === 2 ? rscs.map((resource) => [resource]) : [rscs]
    // A call is made again only while nothing of it was sent: it has no outcomes to forget.
    const collector = { reply, seen, reset: () => {} }
    await Promise.all(groups.map((group) => performCall(client, definition, { rscs: group, asyncMsg }, own, collector)))
  })
