import { type CallOptions, Deadline, TimeoutError } from '@x/core-errors'
import { isError, isSuccess } from '@x/linstor-wire'
import { EVENT_SNAPSHOT_DEPLOYMENT, EVENT_STREAM_VALUE } from '@x/linstor-wire/constants'
import { encodeMsgCrtSnapshot } from '@x/linstor-wire/messages/MsgCrtSnapshot'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { collectAnswers } from '../call/collectAnswers.js'
import { handCalls } from '../call/handCalls.js'
import { performCall } from '../call/performCall.js'
import { stagedSince } from '../call/stagedSince.js'
import { checkParameters } from '../check/checkParameters.js'
import { listOf } from '../check/listOf.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { Peer } from '../connection/Peer.js'
import { releaseAtLeast } from '../connection/releaseAtLeast.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import type { Watch } from '../watch/Watch.js'
import { watchEvents } from './watchEvents.js'

/** What {@link snapshotCreate} takes. */
export interface SnapshotCreateParameters {
  /** Names of nodes. Left out or empty: all that have a disk of the resource. */
  nodeNames?: readonly string[] | undefined
  /** Name of the resource definition. */
  rscName: string
  /** Name of the new snapshot. */
  snapshotName: string
  /** Resolve when the snapshot is registered, and do not wait until it is taken. @default false */
  asyncMsg?: boolean | undefined
}

const definition: CallDefinition<SnapshotCreateParameters> = {
  ...handCalls.snapshotCreate,
  rules: {
    nodeNames: optional(listOf(rules.nodeName)),
    rscName: rules.resourceName,
    snapshotName: rules.snapshotName,
    asyncMsg: optional(rules.flag),
  },
  encode: ({ nodeNames = [], rscName, snapshotName }) =>
    encodeMsgCrtSnapshot({
      snapshotDfn: { snapshotName, rscName, snapshots: nodeNames.map((nodeName) => ({ nodeName })) },
    }),
}

// Where a release can't be read from what the controller says, its API version decides.
const answersWhenTaken = ({ apiVersion, controllerInfo }: Peer): boolean =>
  releaseAtLeast(controllerInfo?.version, stagedSince.snapshotCreate) ?? apiVersion > 2

/**
 * Takes a snapshot of a resource on several nodes, and waits until all have it. Controllers before LINSTOR 0.7.2 answer
 * when the snapshot is registered and tell the rest as events: those are waited for, and their outcomes added.
 *
 * Not made again once it may have reached the controller.
 *
 * @param options - `timeoutMs` bounds the call, and the wait for events once more.
 * @returns All outcomes, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtSnapshot`
 * @example
 * expectSuccess(await snapshotCreate(client, { rscName: 'web', snapshotName: 'before-upgrade' }))
 */
export const snapshotCreate = (
  client: LinstorClient,
  parameters: SnapshotCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> =>
  collectAnswers(options.signal, async ({ push, reset, seen }, signal) => {
    const { operation } = definition
    checkParameters(operation, parameters, definition.rules, client.config.checkLimits)
    const { rscName: resourceName, snapshotName, asyncMsg = false } = parameters
    const own = { ...options, signal }
    let failed = false
    const take = (reply: ApiCallResponse) => {
      failed ||= isError(reply)
      push(reply)
    }
    const create = () => performCall(client, definition, parameters, own, { reply: take, reset, seen })
    const peer = client.transport.peer ?? (await client.transport.connect(own))
    if (asyncMsg || answersWhenTaken(peer)) return create()

    // Made before the call: what is over before the watch exists is never told.
    await using watch = watchEvents(client, { resourceName, snapshotName }, own)
    await watch.ready
    await create()
    if (failed) return
    const { timeoutMs = client.config.timeoutMs } = options
    const onTimeout = () =>
      new TimeoutError(`${operation}: the snapshot was not taken within ${timeoutMs} ms`, { operation, timeoutMs })
    using deadline = new Deadline({ timeoutMs, signal, onTimeout, clock: client.transport.clock })
    await deadline.race(outcomesOf(watch, push))
  })

async function outcomesOf(watch: Watch, push: (reply: ApiCallResponse) => void): Promise<void> {
  for await (const event of watch) {
    if (event.kind === 'gap' || event.eventName !== EVENT_SNAPSHOT_DEPLOYMENT) continue
    if (event.action !== EVENT_STREAM_VALUE) return
    const responses = event.data !== undefined && 'responses' in event.data ? event.data.responses : []
    for (const response of responses) push(response)
    if (!responses.every((response) => isSuccess(response))) return
  }
}
