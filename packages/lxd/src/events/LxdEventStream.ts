import {
  ConnectionError,
  isApiError,
  type ResolvedRetryOptions,
  type RetryOptions,
  resolveRetryOptions,
  retry,
} from '@x/core-errors'
import type { LxdWebSocket } from '../websocket/LxdWebSocket.js'
import type { LxdEvent, LxdGapEvent } from './LxdEvent.js'
import { parseEvent } from './parseEvent.js'

/** What a stream of events needs besides its first connection. */
export interface LxdEventStreamOptions {
  /** Opens another connection like the first. */
  connect: () => Promise<LxdWebSocket>
  signal: AbortSignal | undefined
  requestId: string | undefined
  reconnect: RetryOptions | false
  maxQueued: number
}

/** The events of a server, in the order of their arrival. One reader at a time. */
export class LxdEventStream implements AsyncIterable<LxdEvent>, AsyncDisposable {
  readonly #options: LxdEventStreamOptions
  readonly #retry: ResolvedRetryOptions | undefined
  readonly #queue: LxdEvent[] = []
  readonly #stop = new AbortController()
  #socket: LxdWebSocket
  #missed = 0
  #failure: { error: unknown } | undefined
  #over = false
  #wake = () => {}

  constructor(socket: LxdWebSocket, options: LxdEventStreamOptions) {
    this.#socket = socket
    this.#options = options
    this.#retry = options.reconnect === false ? undefined : resolveRetryOptions(options.reconnect)
    options.signal?.addEventListener('abort', this.#onAbort, { once: true })
    if (options.signal?.aborted) this.#onAbort()
    void this.#pump()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LxdEvent, void> {
    try {
      for (;;) {
        const event = this.#queue.shift() ?? this.#gapAfterOverflow()
        if (event !== undefined) yield event
        else if (this.#failure !== undefined) throw this.#failure.error
        else if (this.#over) return
        else await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    } finally {
      await this.close()
    }
  }

  /** Ends the stream; a loop over it ends after the events that have arrived. Safe to call twice. */
  async close(): Promise<void> {
    this.#end(undefined)
    await this.#socket.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  readonly #onAbort = () => {
    this.#queue.length = 0
    this.#missed = 0
    this.#end({ error: this.#options.signal?.reason })
    void this.#socket.close()
  }

  #end(failure: { error: unknown } | undefined): void {
    if (this.#over) return
    this.#over = true
    this.#failure = failure
    this.#stop.abort()
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
    this.#wake()
  }

  // Reads all the time, also when nobody asks: a server drops a listener that takes longer than 5 s.
  async #pump(): Promise<void> {
    try {
      while (!this.#over) {
        for await (const message of this.#socket) this.#add(parseEvent(message))
        if (!this.#over) await this.#reconnect()
      }
    } catch (error) {
      this.#end({ error })
      await this.#socket.close()
    }
  }

  async #reconnect(): Promise<void> {
    const { code } = await this.#socket.closed
    const { requestId } = this.#options
    const details = { operation: 'eventsGet', requestId, attempts: 1 }
    if (this.#retry === undefined) {
      throw new ConnectionError(
        `eventsGet: the connection ended (WebSocket code ${code}); events are lost from here on`,
        details,
      )
    }
    const socket = await retry(this.#options.connect, {
      retry: this.#retry,
      signal: this.#stop.signal,
      // A refusal would be repeated, but for the 5xx of a server that is starting.
      shouldRetry: (error) => !isApiError(error) || (error.status ?? 0) >= 500,
    }).catch((error) => {
      if (this.#over) return undefined
      throw error
    })
    if (socket === undefined) return
    if (this.#over) return socket.close()
    this.#socket = socket
    this.#add({ type: 'gap', reason: 'reconnected', missed: undefined })
  }

  #add(event: LxdEvent): void {
    if (this.#over) return
    if (this.#missed > 0 || this.#queue.length >= this.#options.maxQueued) this.#missed++
    else this.#queue.push(event)
    this.#wake()
  }

  #gapAfterOverflow(): LxdGapEvent | undefined {
    if (this.#missed === 0) return undefined
    const missed = this.#missed
    this.#missed = 0
    return { type: 'gap', reason: 'overflow', missed }
  }
}
