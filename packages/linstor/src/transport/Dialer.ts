import { ConnectionError, type Deadline } from '@x/core-errors'
import { dial } from './dial.js'
import type { ReadyConnection } from './openConnection.js'
import type { TransportSettings } from './TransportSettings.js'
import type { TransportStats } from './TransportStats.js'

interface Dialing {
  readonly result: Promise<ReadyConnection>
  readonly stop: AbortController
  waiters: number
}

/** Holds the one connection of a client, and the one attempt to get another. */
export class Dialer {
  readonly #settings: TransportSettings
  #current: ReadyConnection | undefined
  #dialing: Dialing | undefined
  #closed: ConnectionError | undefined
  readonly #past: TransportStats = { receivedBytes: 0, sentBytes: 0, connections: 0, openCalls: 0 }

  constructor(settings: TransportSettings) {
    this.#settings = settings
  }

  /** The connection while it is open. */
  get current(): ReadyConnection | undefined {
    return this.#current?.connection.failure === undefined ? this.#current : undefined
  }

  get stats(): TransportStats {
    const { receivedBytes, sentBytes, connections } = this.#past
    const { connection } = this.#current ?? {}
    return {
      receivedBytes: receivedBytes + (connection?.receivedBytes ?? 0),
      sentBytes: sentBytes + (connection?.sentBytes ?? 0),
      connections,
      openCalls: connection?.openCalls ?? 0,
    }
  }

  /** The open connection, or a new one. Those who ask at the same time share the attempt; it ends with the last of them. */
  async connect(deadline: Deadline): Promise<ReadyConnection> {
    if (this.#closed !== undefined) throw this.#closed
    if (this.current !== undefined) return this.current
    this.#dialing ??= this.#dial()
    const dialing = this.#dialing
    dialing.waiters++
    try {
      return await deadline.race(dialing.result)
    } finally {
      dialing.waiters--
      if (dialing.waiters === 0) this.#giveUp(dialing, new ConnectionError('nobody waits for the connection any more'))
    }
  }

  /** Closes the connection. @returns Whether there was one. */
  async disconnect(cause: ConnectionError): Promise<boolean> {
    if (this.#dialing !== undefined) this.#giveUp(this.#dialing, cause)
    const { current } = this
    current?.connection.fail(cause)
    await this.#current?.connection.closed
    return current !== undefined
  }

  /** Closes the connection and opens no other. */
  async close(cause: ConnectionError): Promise<void> {
    this.#closed ??= cause
    await this.disconnect(cause)
  }

  #dial(): Dialing {
    const stop = new AbortController()
    const result = dial(this.#settings, stop.signal).then((ready) => {
      if (stop.signal.aborted) ready.connection.fail(stop.signal.reason)
      stop.signal.throwIfAborted()
      this.#take(ready)
      return ready
    })
    const dialing = { result, stop, waiters: 0 }
    const done = () => {
      if (this.#dialing === dialing) this.#dialing = undefined
    }
    result.then(done, done)
    return dialing
  }

  #giveUp(dialing: Dialing, reason: ConnectionError): void {
    if (this.#dialing !== dialing) return
    this.#dialing = undefined
    dialing.stop.abort(reason)
  }

  #take(ready: ReadyConnection): void {
    const { receivedBytes, sentBytes } = this.stats
    Object.assign(this.#past, { receivedBytes, sentBytes, connections: this.#past.connections + 1 })
    this.#current = ready
    const { uri } = ready.peer.address
    this.#settings.onNotice('connected', `connected to ${uri}`)
    void ready.connection.closed.then(() => {
      this.#settings.onNotice('disconnected', `disconnected from ${uri}`, ready.connection.failure)
    })
  }
}
