import { Deadline, isConfigurationError, parseJson } from '@x/core-errors'
import * as z from 'zod/mini'
import { eventsGet } from '../actions/eventsGet.js'
import { isLxdApiError } from '../errors/LxdApiError.js'
import type { LxdClient } from '../LxdClient.js'
import { type Operation, operation } from '../schemas/Operation.js'
import type { LxdTransport } from '../transport/LxdTransport.js'
import type { LxdWebSocket } from '../websocket/LxdWebSocket.js'
import { isFinal } from './isFinal.js'

const maxRemembered = 1_000
const idleMs = 5_000

/** Who is told about one operation. */
export interface FeedWatcher {
  /** Called with the state that is known, and with every later one. */
  onState(state: Operation): void
  /** Called once if the feed breaks off. */
  onBroken(): void
}

/** A share in the feed. Release it when what it was taken for is over. */
export interface FeedLease {
  /** Whether events arrive: `false` where the server refuses them. */
  readonly live: boolean
  watch(id: string, watcher: FeedWatcher): void
  release(): void
}

const feeds = new WeakMap<LxdTransport, OperationFeed>()

/**
 * The events about operations, read once for everything a client waits for. What ends between the moment an action is
 * sent and the moment its answer is read is not missed, and a server that forgets an operation after 5 s loses nothing.
 */
export class OperationFeed {
  readonly #client: LxdClient
  readonly #states = new Map<string, Operation>()
  readonly #watchers = new Map<string, Set<FeedWatcher>>()
  #leases = 0
  #refused = false
  #socket: Promise<LxdWebSocket | undefined> | undefined
  #idle: ReturnType<typeof setTimeout> | undefined

  constructor(client: LxdClient) {
    this.#client = client
  }

  /** The feed of a client's transport. */
  static of(client: LxdClient): OperationFeed {
    const feed = feeds.get(client.transport) ?? new OperationFeed(client)
    feeds.set(client.transport, feed)
    return feed
  }

  /** Makes sure that events arrive from now on. Never fails: without events, `/wait` alone has to do. */
  async lease(signal: AbortSignal | undefined): Promise<FeedLease> {
    this.#leases++
    clearTimeout(this.#idle)
    this.#socket ??= this.#open()
    let socket: LxdWebSocket | undefined
    try {
      using deadline = new Deadline({ signal, onTimeout: () => undefined })
      socket = await deadline.race(this.#socket)
    } catch (reason) {
      this.#release()
      throw reason
    }
    socket?.setKeepAlive(true)
    const watched: [string, FeedWatcher][] = []
    return {
      live: socket !== undefined,
      watch: (id, watcher) => {
        watched.push([id, watcher])
        this.#watchers.set(id, (this.#watchers.get(id) ?? new Set()).add(watcher))
        const state = this.#states.get(id)
        if (state !== undefined) watcher.onState(state)
      },
      release: () => {
        for (const [id, watcher] of watched) {
          const others = this.#watchers.get(id)
          others?.delete(watcher)
          if (others?.size === 0) this.#watchers.delete(id)
        }
        this.#release()
      },
    }
  }

  #release(): void {
    this.#leases--
    if (this.#leases > 0) return
    this.#states.clear()
    void this.#socket?.then((socket) => {
      if (this.#leases > 0 || socket === undefined) return
      socket.setKeepAlive(false)
      this.#idle = setTimeout(() => void socket.close(), idleMs)
      if (typeof this.#idle === 'object') this.#idle.unref()
    })
  }

  async #open(): Promise<LxdWebSocket | undefined> {
    if (this.#refused) return undefined
    try {
      const socket = await eventsGet(this.#client, { type: 'operation', allProjects: true }, { timeoutMs: idleMs })
      void this.#read(socket)
      return socket
    } catch (error) {
      // Callers with a restricted certificate may not listen to all projects, and a fetch alone opens no sockets. That
      // stays so; a connection that could not be made is tried again.
      this.#refused = isLxdApiError(error) || isConfigurationError(error)
      this.#socket = undefined
      return undefined
    }
  }

  async #read(socket: LxdWebSocket): Promise<void> {
    try {
      for await (const message of socket) if (typeof message === 'string' && this.#leases > 0) this.#take(message)
    } catch {
      // A message beyond the bound ends the feed like a lost connection: waits go on without it.
    } finally {
      this.#socket = undefined
      for (const watcher of [...this.#watchers.values()].flatMap((set) => [...set])) watcher.onBroken()
      await socket.close()
    }
  }

  #take(message: string): void {
    const event = parseJson(message) as { type?: unknown; metadata?: unknown }
    const state = event.type === 'operation' ? z.safeParse(operation, event.metadata) : undefined
    if (state?.success !== true) return
    const { id } = state.data
    const before = this.#states.get(id)
    // Servers send each event from a thread of its own: a late "running" must not undo a "success".
    if (before !== undefined && isFinal(before)) return
    this.#states.delete(id)
    this.#states.set(id, state.data)
    const [oldest] = this.#states.keys()
    if (this.#states.size > maxRemembered && oldest !== undefined) this.#states.delete(oldest)
    for (const watcher of this.#watchers.get(id) ?? []) watcher.onState(state.data)
  }
}
