import type { Socket } from 'node:net'

/** Writes to one socket, in order. */
export interface Outbox {
  /** Bytes that wait to be written, those in the socket's own buffer included. */
  readonly waitingBytes: number
  /**
   * Writes after what was written before, together with what else is written in the same turn of the event loop.
   *
   * @param pieceBytes - Writes in pieces of so many bytes instead, each on its own.
   */
  write(bytes: Uint8Array, pieceBytes?: number): void
  /** Ends the connection after so many more bytes; 0 at once. */
  limit(bytes: number, how: 'properly' | 'reset'): void
  /** Ends the connection once everything is written; properly, or by resetting it. */
  end(how?: 'properly' | 'reset'): void
}

interface Item {
  bytes: Uint8Array
  pieceBytes: number | undefined
}

/** Makes the {@link Outbox} of a socket. */
export function createOutbox(socket: Socket): Outbox {
  const queue: Item[] = []
  let queued = 0
  let ending: 'properly' | 'reset' | undefined
  let pumping = false
  let left = Number.POSITIVE_INFINITY
  let howLimited: 'properly' | 'reset' = 'properly'

  const pump = (): void => {
    pumping = false
    if (socket.destroyed) {
      queue.length = 0
      queued = 0
      return
    }
    const count = queue.findIndex(({ pieceBytes }) => pieceBytes !== undefined)
    const whole = queue.splice(0, count < 0 ? queue.length : count).map(({ bytes }) => bytes)
    if (whole.length > 0) {
      const joined = Buffer.concat(whole)
      queued -= joined.length
      socket.write(joined)
    }
    const next = queue[0]
    if (next !== undefined) {
      socket.write(takePiece(next))
      schedule(setImmediate)
    } else if (ending === 'reset') socket.resetAndDestroy()
    else if (ending === 'properly') socket.end()
  }
  const takePiece = (item: Item): Uint8Array => {
    const size = Math.min(item.bytes.length, item.pieceBytes ?? item.bytes.length)
    const piece = item.bytes.subarray(0, size)
    item.bytes = item.bytes.subarray(size)
    queued -= size
    if (item.bytes.length === 0) queue.shift()
    return piece
  }
  const schedule = (when: (callback: () => void) => unknown): void => {
    if (pumping) return
    pumping = true
    when(pump)
  }

  const end = (how: 'properly' | 'reset' = 'properly') => {
    ending ??= how
    schedule(queueMicrotask)
  }

  return {
    get waitingBytes() {
      return queued + socket.writableLength
    },
    write(bytes, pieceBytes) {
      if (ending !== undefined || socket.destroyed) return
      const kept = bytes.length > left ? bytes.subarray(0, left) : bytes
      queue.push({ bytes: kept, pieceBytes })
      queued += kept.length
      left -= kept.length
      if (left <= 0) end(howLimited)
      else schedule(queueMicrotask)
    },
    limit(bytes, how) {
      left = bytes
      howLimited = how
      if (bytes <= 0) end(how)
    },
    end,
  }
}
