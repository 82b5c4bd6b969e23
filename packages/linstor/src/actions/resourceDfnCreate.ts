import type { CallOptions, Secret } from '@x/core-errors'
import { VAL_NETIF_TYPE_IP, VAL_NETIF_TYPE_RDMA, VAL_NETIF_TYPE_ROCE } from '@x/linstor-wire/constants'
import { encodeMsgCrtRscDfn } from '@x/linstor-wire/messages/MsgCrtRscDfn'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { propertyEntries } from '../call/propertyEntries.js'
import { revealSecret } from '../call/revealSecret.js'
import { type VolumeDefinition, volumeDefinition } from '../call/volumeDefinition.js'
import { listOf } from '../check/listOf.js'
import { objectOf } from '../check/objectOf.js'
import { oneOf } from '../check/oneOf.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import { volumeDefinitionRules } from '../check/volumeDefinitionRules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

const transportTypes = [VAL_NETIF_TYPE_IP, VAL_NETIF_TYPE_RDMA, VAL_NETIF_TYPE_ROCE] as const

/** What {@link resourceDfnCreate} takes. */
export interface ResourceDfnCreateParameters {
  /** Name of the new resource definition. */
  name: string
  /** TCP port of the replication. Left out, the controller picks one. */
  port?: number | undefined
  /** Shared secret of the DRBD peers. Left out, the controller makes one. */
  secret?: string | Secret | undefined
  /** What the replication runs over. Left out, the controller picks TCP. */
  transportType?: (typeof transportTypes)[number] | undefined
  /** Properties to begin with. */
  propertyDict?: Readonly<Record<string, string>> | undefined
  /** Volume definitions to begin with. */
  volumeDfns?: readonly VolumeDefinition[] | undefined
}

const definition: CallDefinition<ResourceDfnCreateParameters> = {
  ...handCalls.resourceDfnCreate,
  rules: {
    name: rules.resourceName,
    port: optional(rules.tcpPort),
    secret: optional(rules.secret),
    transportType: optional(oneOf(transportTypes)),
    propertyDict: optional(rules.properties),
    volumeDfns: optional(listOf(objectOf(volumeDefinitionRules))),
  },
  encode: (p) =>
    encodeMsgCrtRscDfn({
      rscDfn: {
        rscName: p.name,
        rscDfnPort: p.port,
        rscDfnSecret: p.secret === undefined ? undefined : revealSecret(p.secret),
        rscDfnProps: propertyEntries(p.propertyDict),
        vlmDfns: (p.volumeDfns ?? []).map(volumeDefinition),
        rscDfnTransportType: p.transportType,
      },
    }),
}

/**
 * Creates a resource definition: what all deployments of a resource have in common.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtRscDfn`
 * @example
 * expectSuccess(await resourceDfnCreate(client, { name: 'web' }))
 */
export const resourceDfnCreate = (
  client: LinstorClient,
  parameters: ResourceDfnCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
