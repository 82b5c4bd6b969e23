import type { FakeSocket } from '../protocol/FakeCall.js'
import { MessageQueue } from '../sockets/MessageQueue.js'
import type { FakeConsole } from '../state/FakeProgram.js'

// LXD keeps the last 128 KiB of a console.
const longestLog = 131_072

/** The console of an instance: everybody who is connected sees the same. */
export class InstanceConsole implements FakeConsole {
  /** What was shown, the latest part of it. */
  log: Uint8Array<ArrayBuffer> = new Uint8Array()
  readonly #sockets = new Set<FakeSocket>()
  readonly #readers = new Set<MessageQueue<Uint8Array>>()

  /** Connects a terminal until it is closed. */
  async connect(socket: FakeSocket): Promise<void> {
    this.#sockets.add(socket)
    for await (const message of socket) {
      if (typeof message === 'string') continue
      for (const reader of this.#readers) reader.push(message)
    }
    this.#sockets.delete(socket)
  }

  async write(text: Uint8Array | string): Promise<void> {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const all = new Uint8Array(this.log.length + bytes.length)
    all.set(this.log)
    all.set(bytes, this.log.length)
    this.log = all.slice(-longestLog)
    await Promise.all([...this.#sockets].map((socket) => socket.send(bytes)))
  }

  async *read(signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
    const queue = new MessageQueue<Uint8Array>()
    const end = () => queue.end()
    this.#readers.add(queue)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    try {
      yield* queue
    } finally {
      signal.removeEventListener('abort', end)
      this.#readers.delete(queue)
    }
  }

  /** Ends every connection: the instance has stopped. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.drop()
  }
}
