import type { Clock } from '@x/core-errors'
import type { FakeSocket } from '../protocol/FakeCall.js'
import { goTime } from '../protocol/goTime.js'
import { discard } from '../sockets/discard.js'

/** What somebody listens to. */
export interface EventFilter {
  readonly types: readonly string[]
  /** `undefined` for all. */
  readonly project: string | undefined
}

/** What a lifecycle event says besides its action. */
export interface LifecycleEvent {
  /** Path of what it happened to. */
  source: string
  /** @default default */
  project?: string | undefined
  context?: Record<string, unknown> | undefined
  /** Who asked for it; instances tell nobody. @default true */
  requested?: boolean | undefined
}

/** Hands events to everybody who listens. */
export class EventHub {
  readonly #clock: Clock
  readonly #listeners = new Map<FakeSocket, EventFilter>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Sends events to a socket until it is closed. */
  listen(socket: FakeSocket, filter: EventFilter): void {
    this.#listeners.set(socket, filter)
    void socket.closed.then(() => this.#listeners.delete(socket))
    void discard(socket)
  }

  /** @param project - Whose event it is; `undefined` for everybody's. */
  publish(type: string, project: string | undefined, metadata: unknown): void {
    const timestamp = goTime(this.#clock.now())
    const event = { type, timestamp, metadata, location: 'none', ...(project === undefined ? {} : { project }) }
    const text = `${JSON.stringify(event)}\n`
    for (const [socket, filter] of this.#listeners) {
      if (!filter.types.includes(type)) continue
      if (filter.project === undefined || project === undefined || filter.project === project) void socket.send(text)
    }
  }

  lifecycle(action: string, { source, project = 'default', context, requested = true }: LifecycleEvent): void {
    const requestor = requested ? { requestor: { username: 'root', protocol: 'unix', address: '@' } } : {}
    this.publish('lifecycle', project, { action, source, ...(context === undefined ? {} : { context }), ...requestor })
  }

  /** Ends all connections. */
  close(): void {
    for (const socket of this.#listeners.keys()) socket.drop()
  }
}
