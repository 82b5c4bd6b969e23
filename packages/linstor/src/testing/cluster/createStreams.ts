import {
  EVENT_STREAM_CLOSE_NO_CONNECTION,
  EVENT_STREAM_CLOSE_REMOVED,
  EVENT_STREAM_VALUE,
  type EventName,
} from '@x/linstor-wire/constants'
import { encodeMsgEvent } from '@x/linstor-wire/messages/MsgEvent'
import { keyOf } from './keyOf.js'
import type { Watch } from './Watch.js'

/** What an event is about. */
export interface StreamId {
  readonly eventName: EventName
  readonly node?: string | undefined
  readonly resource?: string | undefined
  readonly volume?: number | undefined
  readonly snapshot?: string | undefined
}

/** The events of the controller: for each object the latest value, and whoever watches it. */
export interface Streams {
  /** Names of the events that exist in the API version that is spoken; others are not sent. */
  readonly known: ReadonlySet<string>
  /** Opens a stream, or continues it with a new value, and tells whoever watches. */
  set(id: StreamId, value: Uint8Array, initial?: () => readonly Uint8Array[]): void
  /** Ends a stream. Does nothing when there is none. */
  close(id: StreamId, why: 'removed' | 'no connection'): void
  /** Tells a new watch the values as they are, and from then on what changes. */
  add(watch: Watch): void
  remove(watch: Watch): void
}

interface Stream {
  id: StreamId
  /** What a new watch is told: more than the latest value where the controller repeats itself. */
  initial: () => readonly Uint8Array[]
}

/** Makes {@link Streams} without any event. */
export function createStreams(known: ReadonlySet<string>): Streams {
  const streams = new Map<string, Stream>()
  const watches = new Set<Watch>()
  const tell = (id: StreamId, action: string, value: Uint8Array | undefined) => {
    for (const watch of watches) if (matches(watch, id)) deliver(watch, id, action, value)
  }
  return {
    known,
    set(id, value, initial = () => [value]) {
      if (!known.has(id.eventName)) return
      streams.set(keyOfStream(id), { id, initial })
      tell(id, EVENT_STREAM_VALUE, value)
    },
    close(id, why) {
      if (!streams.delete(keyOfStream(id))) return
      tell(id, why === 'removed' ? EVENT_STREAM_CLOSE_REMOVED : EVENT_STREAM_CLOSE_NO_CONNECTION, undefined)
    },
    add(watch) {
      watches.add(watch)
      for (const { id, initial } of streams.values()) {
        if (matches(watch, id)) for (const value of initial()) deliver(watch, id, EVENT_STREAM_VALUE, value)
      }
    },
    remove: (watch) => void watches.delete(watch),
  }
}

const keyOfStream = ({ eventName, node = '', resource = '', volume = -1, snapshot = '' }: StreamId): string =>
  [eventName, keyOf(node), keyOf(resource), volume, keyOf(snapshot)].join('|')

function matches({ filter }: Watch, id: StreamId): boolean {
  return (
    (filter.eventName === undefined || filter.eventName === id.eventName) &&
    sameName(filter.node, id.node) &&
    sameName(filter.resource, id.resource) &&
    (filter.volume === undefined || filter.volume === id.volume) &&
    sameName(filter.snapshot, id.snapshot)
  )
}

const sameName = (wanted: string | undefined, name: string | undefined): boolean =>
  wanted === undefined || (name !== undefined && keyOf(wanted) === keyOf(name))

function deliver(watch: Watch, id: StreamId, eventAction: string, value: Uint8Array | undefined): void {
  const event = encodeMsgEvent({
    watchId: watch.id,
    eventName: id.eventName,
    resourceName: id.resource,
    nodeName: id.node,
    volumeNumber: id.volume,
    eventAction,
    snapshotName: id.snapshot,
  })
  watch.send(event.finish(), value)
}
