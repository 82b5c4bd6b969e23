import { isProtocolError } from '@x/core-errors'
import { decodeEventRscState } from '@x/linstor-wire/messages/eventdata/EventRscState'
import { decodeEventVlmDiskState } from '@x/linstor-wire/messages/eventdata/EventVlmDiskState'
import type { MsgEvent } from '@x/linstor-wire/messages/MsgEvent'
import { decodeEventRscDeploymentState } from '@x/linstor-wire/messages/v2/eventdata/EventRscDeploymentState'
import { decodeEventRscDfnReady } from '@x/linstor-wire/messages/v2/eventdata/EventRscDfnReady'
import { decodeEventSnapshotDeployment } from '@x/linstor-wire/messages/v2/eventdata/EventSnapshotDeployment'
import type { AnswerInput } from '../call/answerInput.js'
import { toApiCallResponse } from '../replies/toApiCallResponse.js'
import type { EventData, EventHead, KnownEvent, LinstorEvent } from './LinstorEvent.js'

const decoders: { readonly [Name in keyof EventData]: (data: AnswerInput) => EventData[Name] } = {
  ResourceState: (data) => decodeEventRscState(data),
  VlmDiskState: (data) => decodeEventVlmDiskState(data),
  ResourceDefinitionReady: (data) => decodeEventRscDfnReady(data),
  ResourceDeploymentState: (data) => ({
    responses: decodeEventRscDeploymentState(data).responses.map(toApiCallResponse),
  }),
  SnapshotDeployment: (data) => ({ responses: decodeEventSnapshotDeployment(data).responses.map(toApiCallResponse) }),
}

const isKnown = (name: string): name is keyof EventData => Object.hasOwn(decoders, name)

/**
 * An event as users see it. Nothing of one that is not understood is lost: its data comes as bytes.
 *
 * @param toInput - How encoded messages are read.
 */
export function toLinstorEvent(
  message: MsgEvent,
  data: Uint8Array | undefined,
  toInput: (message: Uint8Array) => AnswerInput,
): LinstorEvent {
  const { eventName, eventAction: action, resourceName, nodeName, volumeNumber, snapshotName } = message
  const head: EventHead = { kind: 'event', action, resourceName, nodeName, volumeNumber, snapshotName }
  const unknown = { ...head, eventName, data: undefined, rawData: data === undefined ? undefined : new Uint8Array(data), error: undefined }
  if (!isKnown(eventName)) return unknown
  try {
    return known(head, eventName, data === undefined ? undefined : decoders[eventName](toInput(data)))
  } catch (error) {
    if (!isProtocolError(error)) throw error
    return { ...unknown, error }
  }
}

// The table of decoders pairs names and data; the union of both can't be followed by the compiler.
const known = <Name extends keyof EventData>(head: EventHead, eventName: Name, data: EventData[Name] | undefined) =>
  ({ ...head, eventName, data }) as KnownEvent
