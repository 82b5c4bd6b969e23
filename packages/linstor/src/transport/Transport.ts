import {
  type CallOptions,
  type Clock,
  ConnectionError,
  createRequestId,
  Deadline,
  isClientError,
  notify,
  retry,
  TimeoutError,
} from '@x/core-errors'
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
    const { peer } = await this.#attempt(
      'connect',
      options,
      true,
      (ready) => Promise.resolve(ready),
      () => false,
    )
    return peer
  }

  /**
   * Makes a call and resolves when it ended. Its answers go where `call.begin` says.
   *
   * @param only - Makes it over this connection, once, and over no other.
   */
  async call(call: TransportCall, options: CallOptions = {}, only?: ReadyConnection): Promise<void> {
    const { operation, apiCall, idempotent, asyncMsg = false, endsWithConnection = false } = call
    const repeatable = () => only === undefined && !call.seen?.()
    await this.#attempt(
      operation,
      options,
      idempotent,
      (ready, deadline, { requestId, attempt }) => {
        const { message, onAnswer } = call.begin(ready, { operation, requestId, attempts: attempt })
        const request = {
          operation,
          apiCall,
          idempotent,
          asyncMsg,
          endsWithConnection,
          requestId,
          attempt,
          message,
          onAnswer,
        }
        return ready.connection.call(request, deadline)
      },
      repeatable,
      only,
    )
  }

  /**
   * Runs `work` on the connection, which is opened first where needed, with the client's bound, retries and events.
   *
   * @param idempotent - Whether it may run again after it may have reached the controller.
   * @param repeatable - Asked before another attempt.
   */
  async #attempt<T>(
    operation: string,
    options: CallOptions,
    idempotent: boolean,
    work: (ready: ReadyConnection, deadline: Deadline, attempt: { requestId: string; attempt: number }) => Promise<T>,
    repeatable: () => boolean,
    only?: ReadyConnection,
  ): Promise<T> {
    const { hooks, clock } = this.#settings
    const { signal, requestId = createRequestId(), timeoutMs = this.#settings.timeoutMs } = options
    signal?.throwIfAborted()
    const event = { client, operation, requestId, attempt: 0 }
    const once = async (attempt: number): Promise<T> => {
      event.attempt = attempt
      const onTimeout = () =>
        new TimeoutError(`${operation}: not done within ${timeoutMs} ms`, {
          operation,
          requestId,
          attempts: attempt,
          timeoutMs,
          retryable: idempotent,
        })
      using deadline = new Deadline({ timeoutMs, signal, clock, onTimeout })
      const startedAt = clock.now()
      const ready =
        only ?? this.#dialer.current ?? (await this.#dial(deadline, { operation, requestId, attempts: attempt }))
      const request = { ...event, url: ready.peer.address.uri }
      notify(hooks, 'onRequest', request)
      const result = await work(ready, deadline, event)
      notify(hooks, 'onResponse', { ...request, durationMs: clock.now() - startedAt })
      return result
    }
    try {
      return await retry(once, {
        retry: this.#settings.retry,
        signal,
        clock,
        shouldRetry: (error) => isClientError(error) && error.retryable && repeatable(),
        onRetry: ({ delayMs, error }) => notify(hooks, 'onRetry', { ...event, delayMs, error }),
      })
    } catch (error) {
      notify(hooks, 'onFailure', { ...event, error })
      throw error
    }
  }

  async #dial(
    deadline: Deadline,
    call: { operation: string; requestId: string; attempts: number },
  ): Promise<ReadyConnection> {
    try {
      return await this.#dialer.connect(deadline)
    } catch (error) {
      throw explainConnect(error, call)
    }
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
