import type { RetryOptions } from '@x/core-errors'
import { eventsGet } from '../actions/eventsGet.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { LxdEventStream } from './LxdEventStream.js'

/** Which events to listen to. */
export interface SubscribeEventsParameters {
  /** @default all that the caller may see; `logging` is for administrators */
  types?: readonly ('operation' | 'lifecycle' | 'logging' | 'security' | (string & {}))[] | undefined
  /** @default the client's */
  project?: string | undefined
  /** Not together with `project`. @default false */
  allProjects?: boolean | undefined
  /** How a lost connection is restored; `false` ends the stream with an error instead. @default for ever, 100 ms to 5 s apart */
  reconnect?: RetryOptions | false | undefined
  /** How many events wait to be read; beyond that, events are dropped and a gap is told. @default 1_000 */
  maxQueued?: number | undefined
}

/**
 * Listens to the events of the server. When the promise resolves the subscription is in place: what happens from then on
 * arrives. Close the stream, or leave its loop with `break`.
 *
 * @param options - `signal` ends the stream too, with the signal's reason.
 * @throws {LxdApiError} LXD 5.0 answers 500 to unknown types and projects.
 * @see LXD 5.0 REST API, `events_get`
 * @example
 * for await (const event of await subscribeEvents(client, { types: ['lifecycle'] })) {
 *   if (event.type === 'gap') continue // read again what must be known
 *   if (event.type === 'lifecycle') console.log(event.metadata.action, event.metadata.source)
 * }
 */
export async function subscribeEvents(
  client: LxdClient,
  parameters: SubscribeEventsParameters = {},
  options: LxdCallOptions = {},
): Promise<LxdEventStream> {
  const { types, project, allProjects, reconnect = { attempts: 1_000_000 }, maxQueued = 1_000 } = parameters
  const connect = () => eventsGet(client, { type: types?.join(','), project, allProjects }, options)
  const { signal, requestId } = options
  return new LxdEventStream(await connect(), { connect, signal, requestId, reconnect, maxQueued })
}
