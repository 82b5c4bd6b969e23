import type { ProtocolError } from '@x/core-errors'
import type { EventAction } from '@x/linstor-wire/constants'
import type { EventRscState } from '@x/linstor-wire/messages/eventdata/EventRscState'
import type { EventVlmDiskState } from '@x/linstor-wire/messages/eventdata/EventVlmDiskState'
import type { EventRscDfnReady } from '@x/linstor-wire/messages/v2/eventdata/EventRscDfnReady'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** Outcomes of satellites, as an event tells them. */
export interface DeploymentOutcomes {
  responses: ApiCallResponse[]
}

/** What events say, by name. Controllers of API version 3 send the first two only. */
export interface EventData {
  ResourceState: EventRscState
  VlmDiskState: EventVlmDiskState
  ResourceDefinitionReady: EventRscDfnReady
  ResourceDeploymentState: DeploymentOutcomes
  SnapshotDeployment: DeploymentOutcomes
}

/** What all events have. */
export interface EventHead {
  readonly kind: 'event'
  /**
   * `Value` for news. The others end the stream of the object: it is gone, or its satellite was lost. It may open again,
   * and simply goes on with `Value` then.
   */
  readonly action: EventAction
  readonly resourceName: string | undefined
  readonly nodeName: string | undefined
  /** 0 is a volume number, not absence. */
  readonly volumeNumber: number | undefined
  readonly snapshotName: string | undefined
}

/** An event of a name that this client knows. */
export type KnownEvent = {
  [Name in keyof EventData]: EventHead & {
    readonly eventName: Name
    /** Only events of the action `Value` have data. */
    readonly data: EventData[Name] | undefined
  }
}[keyof EventData]

/** An event of another name, or one whose data can't be decoded. */
export interface UnknownEvent extends EventHead {
  readonly eventName: string
  readonly data: undefined
  /** The data as it was received. */
  readonly rawData: Uint8Array | undefined
  /** Why the data of an event of a known name could not be decoded. */
  readonly error: ProtocolError | undefined
}

/** One event of a watch. `eventName` tells what `data` is. */
export type LinstorEvent = KnownEvent | UnknownEvent
