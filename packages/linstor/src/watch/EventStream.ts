import {
  type CallOptions,
  type ClientError,
  isClientError,
  type ResolvedRetryOptions,
  resolveRetryOptions,
  retry,
} from '@x/core-errors'
import { answerInput } from '../call/answerInput.js'
import { handCalls } from '../call/handCalls.js'
import { performCall } from '../call/performCall.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { CallContext } from '../connection/CallContext.js'
import { lossOf } from '../connection/lossOf.js'
import type { WatchSink } from '../connection/WatchSink.js'
import { LinstorApiError } from '../errors/LinstorApiError.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import { allApiResponsesNoError } from '../replies/allApiResponsesNoError.js'
import type { ReadyConnection } from '../transport/openConnection.js'
import { deleteWatch } from './deleteWatch.js'
import { EventQueue } from './EventQueue.js'
import { encodeWatch } from './encodeWatch.js'
import type { LinstorEvent } from './LinstorEvent.js'
import { toLinstorEvent } from './toLinstorEvent.js'
import type { Watch } from './Watch.js'
import type { WatchFilter } from './WatchFilter.js'
import type { WatchGap } from './WatchGap.js'
import type { WatchOptions } from './WatchOptions.js'

/** Where a watch is registered: an id means something on its own connection only. */
interface Place {
  readonly ready: ReadyConnection
  readonly id: number
}

/** The one implementation of {@link Watch}. */
export class EventStream implements Watch {
  readonly ready: Promise<ApiCallResponse[]>
  readonly #client: LinstorClient
  readonly #filter: WatchFilter
  readonly #options: CallOptions
  readonly #reconnect: ResolvedRetryOptions | undefined
  readonly #queue: EventQueue
  readonly #stop = new AbortController()
  #place: Place | undefined
  #subscribing = false
  #lostTo: ClientError | undefined
  #release: (() => void) | undefined
  #closing: Promise<void> | undefined

  constructor(client: LinstorClient, filter: WatchFilter, watchOptions: WatchOptions, options: CallOptions) {
    const { reconnect = false, maxQueuedEvents = 1_000 } = watchOptions
    this.#client = client
    this.#filter = filter
    this.#options = options
    this.#reconnect =
      reconnect === false ? undefined : resolveRetryOptions(reconnect === true ? {} : reconnect, { attempts: 10 })
    this.#queue = new EventQueue(
      maxQueuedEvents,
      () => this.#stopReading(),
      () => this.#letRead(),
    )
    const { signal } = options
    signal?.addEventListener('abort', this.#onAbort, { once: true })
    this.ready = signal?.aborted ? Promise.reject(signal.reason) : this.#subscribe()
    // Who iterates sees it, too.
    this.ready.catch((error: unknown) => this.#queue.end({ error }))
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LinstorEvent | WatchGap, void, undefined> {
    try {
      for (let item = await this.#queue.next(); item !== undefined; item = await this.#queue.next()) yield item
    } finally {
      const closing = this.close()
      // Who aborts does not wait for the controller.
      if (!this.#options.signal?.aborted) await closing
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #end(failure?: { error: unknown }): Promise<void> {
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
    this.#stop.abort(failure?.error)
    this.#queue.clear(failure)
    const place = this.#place
    this.#leave()
    if (place !== undefined) await deleteWatch(this.#client, place.id, place.ready)
  }

  readonly #onAbort = (): void => {
    this.#closing ??= this.#end({ error: this.#options.signal?.reason })
  }

  async #subscribe(): Promise<ApiCallResponse[]> {
    const { operation } = handCalls.watchEvents
    const replies: ApiCallResponse[] = []
    const definition = {
      ...handCalls.watchEvents,
      rules: {},
      encode: (_parameters: object, ready: ReadyConnection) => {
        this.#leave()
        this.#place = { ready, id: ready.connection.addWatch(this.#sink) }
        return encodeWatch(this.#place.id, this.#filter)
      },
    }
    const collector = {
      reset: () => void replies.splice(0),
      seen: () => false,
      reply: (reply: ApiCallResponse) => void replies.push(reply),
    }
    this.#subscribing = true
    try {
      await performCall(this.#client, definition, {}, { ...this.#options, signal: this.#stop.signal }, collector)
      if (!allApiResponsesNoError(replies)) throw new LinstorApiError({ operation, replies })
      this.#markGap()
      this.#subscribing = false
      const lost = this.#place?.ready.connection.failure
      if (lost !== undefined) this.#sink.lose(lost)
      return replies
    } catch (error) {
      this.#leave()
      throw error
    } finally {
      this.#subscribing = false
    }
  }

  readonly #sink: WatchSink = {
    push: (event, data) => {
      this.#markGap()
      this.#queue.push(toLinstorEvent(event, data, answerInput(this.#client.config.invalidText)))
    },
    lose: (cause) => {
      // A call that is under way fails of it, too, and knows what to do.
      if (this.#subscribing || this.#stop.signal.aborted) return
      this.#leave()
      if (this.#reconnect === undefined || !cause.retryable) this.#queue.end({ error: this.#loss(cause) })
      else void this.#resubscribe(cause)
    },
  }

  async #resubscribe(cause: ClientError): Promise<void> {
    this.#lostTo = cause
    try {
      await retry(() => this.#subscribe(), {
        retry: this.#reconnect,
        signal: this.#stop.signal,
        clock: this.#client.transport.clock,
        shouldRetry: (error) => isClientError(error) && (error.kind === 'connection' || error.kind === 'timeout'),
      })
    } catch (error) {
      this.#queue.end({ error })
    }
  }

  #markGap(): void {
    if (this.#lostTo === undefined) return
    this.#queue.push({ kind: 'gap', reason: 'reconnected', lost: undefined, cause: this.#lostTo })
    this.#lostTo = undefined
  }

  #loss(cause: ClientError): ClientError {
    const { operation, idempotent } = handCalls.watchEvents
    return lossOf(cause, new CallContext(operation, this.#options, this.#client.config.timeoutMs), idempotent, true)
  }

  #leave(): void {
    this.#letRead()
    this.#place?.ready.connection.removeWatch(this.#place.id)
    this.#place = undefined
  }

  // Whether it has stopped: open calls keep it going.
  #stopReading(): boolean {
    const { connection } = this.#place?.ready ?? {}
    this.#release ??= connection?.stopReading()
    return connection?.reading === false
  }

  #letRead(): void {
    this.#release?.()
    this.#release = undefined
  }
}
