import type { EventLifecycle } from '../schemas/EventLifecycle.js'
import type { EventLogging } from '../schemas/EventLogging.js'
import type { EventSecurity } from '../schemas/EventSecurity.js'
import type { Operation } from '../schemas/Operation.js'

interface EventBase {
  /** RFC 3339, with nanoseconds. */
  readonly timestamp: string
  /** The project it happened in; `undefined` for what belongs to none. */
  readonly project: string | undefined
  /** The cluster member it happened on. */
  readonly location: string | undefined
}

/** An operation began, changed or ended. */
export interface LxdOperationEvent extends EventBase {
  readonly type: 'operation'
  readonly metadata: Operation
}

/**
 * Something was created, changed, renamed, used or deleted. `metadata.source` is a path; for storage volumes LXD 5.0 puts
 * the project before the name there: `…/custom/default_v1`.
 */
export interface LxdLifecycleEvent extends EventBase {
  readonly type: 'lifecycle'
  readonly metadata: EventLifecycle
}

/** The server logged something. */
export interface LxdLoggingEvent extends EventBase {
  readonly type: 'logging'
  readonly metadata: EventLogging
}

/** Somebody was authenticated, or refused. Needs the API extension `event_security`. */
export interface LxdSecurityEvent extends EventBase {
  readonly type: 'security'
  readonly metadata: EventSecurity
}

/** An event of a kind that this version does not know. */
export interface LxdUnknownEvent extends EventBase {
  readonly type: 'unknown'
  /** The server's name of the kind. */
  readonly eventType: string
  readonly metadata: unknown
}

/** Events are missing here: read again what must be known for sure. */
export interface LxdGapEvent {
  readonly type: 'gap'
  /** `reconnected`: the connection was lost and is back. `overflow`: events came faster than they were read. */
  readonly reason: 'reconnected' | 'overflow'
  /** How many events were thrown away; `undefined` when nobody knows. */
  readonly missed: number | undefined
}

/** What the stream of events yields. */
export type LxdEvent =
  | LxdOperationEvent
  | LxdLifecycleEvent
  | LxdLoggingEvent
  | LxdSecurityEvent
  | LxdUnknownEvent
  | LxdGapEvent
