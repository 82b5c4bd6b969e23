import type { LinstorEvent } from './LinstorEvent.js'
import type { WatchGap } from './WatchGap.js'

type Item = LinstorEvent | WatchGap

/**
 * Holds a bounded number of events between the connection and the loop that reads them. When it is full the oldest ones
 * go, and a gap says how many.
 */
export class EventQueue {
  readonly #limit: number
  readonly #onFull: () => void
  readonly #onRoom: () => void
  #items: Item[] = []
  #lost = 0
  #end: { error: unknown } | true | undefined
  #waiting: (() => void)[] = []

  /**
   * @param onFull - Told when no more can be held: time to stop reading.
   * @param onRoom - Told when half of it is free again.
   */
  constructor(limit: number, onFull: () => void, onRoom: () => void) {
    this.#limit = limit
    this.#onFull = onFull
    this.#onRoom = onRoom
  }

  push(item: Item): void {
    if (this.#end !== undefined) return
    if (this.#items.length >= this.#limit) {
      this.#items.shift()
      this.#lost++
    }
    this.#items.push(item)
    if (this.#items.length >= this.#limit) this.#onFull()
    this.#wake()
  }

  /** Ends the queue: what it holds is still read, then the loop ends, or the error is thrown. Only the first end counts. */
  end(failure?: { error: unknown }): void {
    this.#end ??= failure ?? true
    this.#wake()
  }

  /** Ends the queue and throws away what it holds. */
  clear(failure?: { error: unknown }): void {
    this.#items = []
    this.#lost = 0
    this.#end = failure ?? true
    this.#wake()
  }

  /** The next event, or `undefined` at the end. @throws what the queue ended with. */
  async next(): Promise<Item | undefined> {
    for (;;) {
      if (this.#lost > 0) {
        const lost = this.#lost
        this.#lost = 0
        return { kind: 'gap', reason: 'overflow', lost, cause: undefined }
      }
      const item = this.#items.shift()
      if (item !== undefined) {
        if (this.#items.length <= this.#limit / 2) this.#onRoom()
        return item
      }
      if (this.#end === true) return undefined
      if (this.#end !== undefined) throw this.#end.error
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
