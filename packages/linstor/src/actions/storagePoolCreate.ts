import type { CallOptions } from '@x/core-errors'
import type { StorageDriver } from '@x/linstor-wire/constants'
import { encodeMsgCrtStorPool } from '@x/linstor-wire/messages/MsgCrtStorPool'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { propertyEntries } from '../call/propertyEntries.js'
import { optional } from '../check/optional.js'
import { refuseShortKeys } from '../check/refuseShortKeys.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { driverPoolProperties } from '../lists/driverPoolProperties.js'
import { storageDriverOf } from '../lists/storageDriverOf.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link storagePoolCreate} takes. */
export interface StoragePoolCreateParameters {
  /** Name of the node. */
  nodeName: string
  /** Name of the storage pool; the same on all nodes whose pools go together. */
  storagePoolName: string
  /** Name of the driver. The short names that clients of LINSTOR 0.6.0 took, `Lvm` for `LvmDriver`, are taken, too. */
  storageDriver: StorageDriver
  /** What the driver works on: a volume group, for thin LVM `group/pool`, a ZFS pool; nothing for the other drivers. */
  driverPoolName?: string | undefined
  /** Name that pools share when they share their free space. */
  sharedSpace?: string | undefined
  /** Properties to begin with, after those that the driver needs. */
  propertyDict?: Readonly<Record<string, string>> | undefined
  /** Resolve when the immediate answers are there, and do not wait for the satellite. @default false */
  asyncMsg?: boolean | undefined
}

const definition: CallDefinition<StoragePoolCreateParameters> = {
  ...handCalls.storagePoolCreate,
  rules: {
    nodeName: rules.nodeName,
    storagePoolName: rules.storagePoolName,
    storageDriver: rules.text,
    driverPoolName: optional(rules.text),
    sharedSpace: optional(rules.text),
    propertyDict: optional(rules.properties),
    asyncMsg: optional(rules.flag),
  },
  check: (p) => void driverProperties(p),
  encode: (p, { peer, limits }) => {
    refuseShortKeys(definition.operation, 'propertyDict', p.propertyDict, peer, limits)
    return encodeMsgCrtStorPool({
      storPool: {
        nodeName: p.nodeName,
        storPoolName: p.storagePoolName,
        driver: storageDriverOf(p.storageDriver) ?? p.storageDriver,
        props: [...propertyEntries(driverProperties(p)), ...propertyEntries(p.propertyDict)],
        freeSpaceMgrName: p.sharedSpace,
      },
    })
  },
}

const driverProperties = ({ storageDriver, driverPoolName }: StoragePoolCreateParameters): Record<string, string> =>
  driverPoolProperties.of(definition.operation, storageDriver, driverPoolName)

/**
 * Creates a storage pool on a node, and the definition of its name where there is none. A volume group that does not
 * exist is no error here: the pool is created and can't be read (observed on LINSTOR 0.6.0).
 *
 * Not made again once it may have reached the controller. The answer waits for the satellite from LINSTOR 0.7.0 on.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtStorPool`
 * @example
 * expectSuccess(await storagePoolCreate(client, {
 *   nodeName: 'alpha', storagePoolName: 'thin', storageDriver: 'LvmThinDriver', driverPoolName: 'vg0/thinpool',
 * }))
 */
export const storagePoolCreate = (
  client: LinstorClient,
  parameters: StoragePoolCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
