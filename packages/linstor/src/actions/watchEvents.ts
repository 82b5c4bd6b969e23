import type { CallOptions } from '@x/core-errors'
import { ConfigurationError } from '@x/core-errors'
import { handCalls } from '../call/handCalls.js'
import { checkParameters } from '../check/checkParameters.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { EventStream } from '../watch/EventStream.js'
import type { Watch } from '../watch/Watch.js'
import type { WatchFilter } from '../watch/WatchFilter.js'
import type { WatchOptions } from '../watch/WatchOptions.js'
import { checkWatchFilter, watchFilterRules } from '../watch/watchFilterRules.js'

/** What {@link watchEvents} takes. */
export interface WatchEventsParameters extends WatchFilter, WatchOptions {}

/**
 * Subscribes to events and iterates them. The current values come first, then what changes.
 *
 * Controllers before LINSTOR 0.7.4 cut off a watch of more than 256 objects: watch single resources there.
 *
 * @param options - `signal` ends the watch, with its reason; `timeoutMs` bounds the calls that begin and end it.
 * @throws {ConfigurationError} when a parameter can not be sent.
 * @see LINSTOR API versions 2 and 3, calls `CrtWatch` and `DelWatch`
 * @example
 * for await (const event of watchEvents(client, { resourceName: 'web', reconnect: true })) {
 *   if (event.kind === 'gap') console.log('some events are missing')
 *   else if (event.eventName === 'VlmDiskState') console.log(event.nodeName, event.data?.diskState)
 * }
 */
export function watchEvents(
  client: LinstorClient,
  parameters: WatchEventsParameters = {},
  options: CallOptions = {},
): Watch {
  const { reconnect, maxQueuedEvents, ...filter } = parameters
  const { operation } = handCalls.watchEvents
  checkParameters<WatchFilter>(operation, filter, watchFilterRules, client.config.checkLimits)
  checkWatchFilter(operation, filter)
  if (maxQueuedEvents !== undefined && !(Number.isInteger(maxQueuedEvents) && maxQueuedEvents > 0)) {
    const path = 'maxQueuedEvents'
    throw new ConfigurationError(`${operation}: ${path}: it must be a whole number of at least 1`, { operation, path })
  }
  return new EventStream(client, filter, { reconnect, maxQueuedEvents }, options)
}
