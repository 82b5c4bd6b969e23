import {
  type CallOptions,
  type Clock,
  ConnectionError,
  Deadline,
  isClientError,
  isObserved,
  notify,
  retry,
} from '@x/core-errors'
import { CallContext } from '../connection/CallContext.js'
import type { Peer } from '../connection/Peer.js'
import { Dialer } from './Dialer.js'
import { explainConnect } from './explainConnect.js'
import type { ReadyConnection } from './openConnection.js'
import type { TransportCall } from './TransportCall.js'
import type { TransportSettings } from './TransportSettings.js'
import type { TransportStats } from './TransportStats.js'

/** Name of this client in events. */
const client = 'linstor'

/**
 * Makes calls over one connection at a time: opens it when it is needed, opens it again when it was lost, and repeats
 * what may be repeated.
 */
export class Transport {
  readonly #settings: TransportSettings
  readonly #dialer: Dialer

  constructor(settings: TransportSettings) {
    this.#settings = settings
    this.#dialer = new Dialer(settings)
  }

  /** Who is at the other end, or `undefined` without a connection. */
  get peer(): Peer | undefined {
    return this.#dialer.current?.peer
  }

  get stats(): TransportStats {
    return this.#dialer.stats
  }

  get clock(): Clock {
    return this.#settings.clock
  }

  /** Tells about what fails no call. */
  notice(code: string, message: string, error?: unknown): void {
    this.#settings.onNotice(code, message, error)
  }

  /** Opens the connection unless it is open: one pass through the controllers. */
  async connect(options: CallOptions = {}): Promise<Peer> {
    const context = this.#context('connect', options)
    try {
      context.begin(this.clock.elapsed())
      return (this.#dialer.current ?? (await this.#dial(context, true))).peer
    } catch (error) {
      throw this.#failed(error, context)
    }
  }

  /**
   * Makes a call and resolves when it ended. Its answers go to `call.onAnswer`.
   *
   * @param only - Makes it over this connection, once, and over no other.
   */
  async call(call: TransportCall, options: CallOptions = {}, only?: ReadyConnection): Promise<void> {
    const context = this.#context(call.operation, options)
    try {
      await this.#attempt(call, context, only)
    } catch (error) {
      if (only !== undefined || !mayRepeat(error, call)) throw this.#failed(error, context)
      await this.#repeat(error, call, context)
    }
  }

  #context(operation: string, options: CallOptions): CallContext {
    return new CallContext(operation, options, this.#settings.timeoutMs)
  }

  #attempt(call: TransportCall, context: CallContext, only?: ReadyConnection): Promise<void> {
    context.begin(this.clock.elapsed())
    const ready = only ?? this.#dialer.current
    if (ready !== undefined) return this.#run(call, context, ready)
    return this.#dial(context, call.idempotent).then((dialed) => this.#run(call, context, dialed))
  }

  #run(call: TransportCall, context: CallContext, ready: ReadyConnection): Promise<void> {
    const { hooks, clock } = this.#settings
    const startedAt = clock.elapsed()
    if (isObserved(hooks, 'onRequest', client)) notify(hooks, 'onRequest', requestEvent(context, ready))
    const message = call.begin(ready, context)
    const done = ready.connection.call(call, context, message)
    if (!isObserved(hooks, 'onResponse', client)) return done
    return done.then(() =>
      notify(hooks, 'onResponse', { ...requestEvent(context, ready), durationMs: clock.elapsed() - startedAt }),
    )
  }

  // The first attempt has failed already: few calls come here, and the others need not pay for it.
  async #repeat(failure: unknown, call: TransportCall, context: CallContext): Promise<void> {
    const { hooks, clock, retry: policy } = this.#settings
    const again = (attempt: number) => (attempt === 1 ? Promise.reject(failure) : this.#attempt(call, context))
    try {
      await retry(again, {
        retry: policy,
        signal: context.signal,
        clock,
        shouldRetry: (error) => mayRepeat(error, call),
        onRetry: ({ delayMs, error }) => notify(hooks, 'onRetry', { ...callEvent(context), delayMs, error }),
      })
    } catch (error) {
      throw this.#failed(error, context)
    }
  }

  async #dial(context: CallContext, idempotent: boolean): Promise<ReadyConnection> {
    const { timeoutMs, signal } = context
    signal?.throwIfAborted()
    const onTimeout = () => context.timedOut(idempotent)
    using deadline = new Deadline({ timeoutMs, signal, clock: this.clock, onTimeout })
    try {
      return await this.#dialer.connect(deadline)
    } catch (error) {
      throw explainConnect(error, context.details)
    }
  }

  #failed(error: unknown, context: CallContext): unknown {
    notify(this.#settings.hooks, 'onFailure', { ...callEvent(context), error })
    return error
  }

  /** Resolves when the open call of that id has ended, however; at once when there is none. */
  async ended(requestId: string): Promise<void> {
    await this.#dialer.current?.connection.ended(requestId)
  }

  /** Closes the connection; the next call opens another. @returns Whether one was open. */
  disconnect(): Promise<boolean> {
    return this.#dialer.disconnect(new ConnectionError('disconnected by this client'))
  }

  /** Closes the connection for good. Open calls fail, later ones too. */
  async close(): Promise<void> {
    await this.#dialer.close(new ConnectionError('this client is closed', { mayHaveBeenSent: false, retryable: false }))
  }
}

const mayRepeat = (error: unknown, call: TransportCall): boolean =>
  isClientError(error) && error.retryable && !call.seen()

const callEvent = ({ operation, requestId, attempt }: CallContext) => ({ client, operation, requestId, attempt })

const requestEvent = (context: CallContext, { peer }: ReadyConnection) => ({
  ...callEvent(context),
  url: peer.address.uri,
})
