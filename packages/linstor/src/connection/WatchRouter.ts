import { type ClientError, ConfigurationError } from '@x/core-errors'
import { decodeMsgEvent } from '@x/linstor-wire/messages/MsgEvent'
import type { WatchSink } from './WatchSink.js'

// Watch ids are int32 on the wire.
const highestId = 2_147_483_647

/**
 * Brings the events of a connection to their watches. An id is used once: a controller that hears of it again says
 * "created" and can never delete the second stream (observed on LINSTOR 0.6.0).
 */
export class WatchRouter {
  readonly #sinks = new Map<number, WatchSink>()
  readonly #chosen = new Set<number>()
  #lastId = 0

  get size(): number {
    return this.#sinks.size
  }

  /**
   * Registers a watch, before it is asked for: the first events may arrive before the reply.
   *
   * @param wanted - Id that the caller chose. @default the next one that was never used
   * @returns The id. @throws {ConfigurationError} when the id was used before on this connection.
   */
  register(sink: WatchSink, wanted?: number): number {
    const id = wanted ?? this.#next()
    if (wanted !== undefined) {
      if (wanted <= this.#lastId || this.#chosen.has(wanted)) {
        throw new ConfigurationError(`watch id ${wanted} was used before on this connection`, { path: 'watchId' })
      }
      this.#chosen.add(wanted)
    }
    this.#sinks.set(id, sink)
    return id
  }

  /** Later events of this watch are dropped. The id stays used. */
  unregister(id: number): void {
    this.#sinks.delete(id)
  }

  /**
   * Brings one event to its watch.
   *
   * @returns Whether there was one; a controller may still send events of a watch that was deleted.
   * @throws {ProtocolError} when the event can't be decoded.
   */
  route(messages: readonly Uint8Array[]): boolean {
    const event = decodeMsgEvent(messages[0] ?? new Uint8Array(0))
    const sink = this.#sinks.get(event.watchId)
    sink?.push(event, messages[1])
    return sink !== undefined
  }

  /** Tells all watches that the connection is gone. */
  lose(cause: ClientError): void {
    const sinks = [...this.#sinks.values()]
    this.#sinks.clear()
    for (const sink of sinks) sink.lose(cause)
  }

  #next(): number {
    do this.#lastId++
    while (this.#chosen.delete(this.#lastId))
    if (this.#lastId > highestId)
      throw new ConfigurationError('all watch ids of this connection are used', { path: 'watchId' })
    return this.#lastId
  }
}
