import { type CallOptions, ConfigurationError } from '@x/core-errors'
import {
  VAL_DRBD_PROXY_COMPRESSION_LZ4,
  VAL_DRBD_PROXY_COMPRESSION_LZMA,
  VAL_DRBD_PROXY_COMPRESSION_NONE,
  VAL_DRBD_PROXY_COMPRESSION_ZLIB,
} from '@x/linstor-wire/constants'
import { encodeMsgModDrbdProxy } from '@x/linstor-wire/messages/MsgModDrbdProxy'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { propertyEntries } from '../call/propertyEntries.js'
import { listOf } from '../check/listOf.js'
import { oneOf } from '../check/oneOf.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

const compressionTypes = [
  VAL_DRBD_PROXY_COMPRESSION_NONE,
  VAL_DRBD_PROXY_COMPRESSION_ZLIB,
  VAL_DRBD_PROXY_COMPRESSION_LZMA,
  VAL_DRBD_PROXY_COMPRESSION_LZ4,
] as const

/** What {@link drbdProxyModify} takes. */
export interface DrbdProxyModifyParameters {
  /** Name of the resource definition. */
  rscName: string
  /** Properties to set. */
  propertyDict?: Readonly<Record<string, string>> | undefined
  /** Keys of properties to remove. */
  deleteProps?: readonly string[] | undefined
  /** How the proxy compresses. Left out, nothing about compression changes. */
  compressionType?: (typeof compressionTypes)[number] | undefined
  /** Settings of the compression. Needs `compressionType`. */
  compressionPropertyDict?: Readonly<Record<string, string>> | undefined
}

const definition: CallDefinition<DrbdProxyModifyParameters> = {
  ...handCalls.drbdProxyModify,
  rules: {
    rscName: rules.resourceName,
    propertyDict: optional(rules.properties),
    deleteProps: optional(listOf(rules.text)),
    compressionType: optional(oneOf(compressionTypes)),
    compressionPropertyDict: optional(rules.properties),
  },
  check: ({ compressionType, compressionPropertyDict }) => {
    if (compressionPropertyDict === undefined || compressionType !== undefined) return
    const { operation } = definition
    const path = 'compressionPropertyDict'
    throw new ConfigurationError(`${operation}: ${path}: it needs compressionType beside it`, { operation, path })
  },
  encode: (p) =>
    encodeMsgModDrbdProxy({
      rscName: p.rscName,
      overrideProps: propertyEntries(p.propertyDict),
      deletePropKeys: p.deleteProps,
      compressionType: p.compressionType,
      compressionProps: propertyEntries(p.compressionPropertyDict),
    }),
}

/**
 * Changes how DRBD Proxy works for a resource. From LINSTOR 0.7.0, API version 3.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API version 3, call `ModifyDrbdProxy`
 */
export const drbdProxyModify = (
  client: LinstorClient,
  parameters: DrbdProxyModifyParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
