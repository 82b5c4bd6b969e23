import { ProtocolError, parseJson } from '@x/core-errors'
import * as z from 'zod/mini'
import { type Event, event } from '../schemas/Event.js'
import { eventLifecycle } from '../schemas/EventLifecycle.js'
import { eventLogging } from '../schemas/EventLogging.js'
import { eventSecurity } from '../schemas/EventSecurity.js'
import { operation } from '../schemas/Operation.js'
import type { LxdEvent } from './LxdEvent.js'

/** Reads one message of the stream of events. @throws {ProtocolError} when it is no event. */
export function parseEvent(message: string | Uint8Array): LxdEvent {
  const text = typeof message === 'string' ? message : new TextDecoder().decode(message)
  try {
    const { type, timestamp = '', project, location, metadata } = z.parse(event, parseJson(text))
    const base = { timestamp, project: project || undefined, location: location || undefined }
    return { ...base, ...typed({ type, metadata }) }
  } catch (cause) {
    throw new ProtocolError(`eventsGet: «${text.slice(0, 120)}» is no event`, { operation: 'eventsGet', cause })
  }
}

type Typed =
  | { type: 'operation'; metadata: z.output<typeof operation> }
  | { type: 'lifecycle'; metadata: z.output<typeof eventLifecycle> }
  | { type: 'logging'; metadata: z.output<typeof eventLogging> }
  | { type: 'security'; metadata: z.output<typeof eventSecurity> }
  | { type: 'unknown'; eventType: string; metadata: unknown }

function typed({ type, metadata }: Pick<Event, 'type' | 'metadata'>): Typed {
  switch (type) {
    case 'operation':
      return { type, metadata: z.parse(operation, metadata) }
    case 'lifecycle':
      return { type, metadata: z.parse(eventLifecycle, metadata) }
    case 'logging':
      return { type, metadata: z.parse(eventLogging, metadata) }
    case 'security':
      return { type, metadata: z.parse(eventSecurity, metadata) }
    default:
      return { type: 'unknown', eventType: type, metadata }
  }
}
