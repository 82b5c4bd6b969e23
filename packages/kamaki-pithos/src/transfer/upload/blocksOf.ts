import { ConfigurationError } from '@x/core-errors'
import { raceAbort } from '../raceAbort.js'
import type { Slot } from './createWindow.js'

/** A block of a stream, and the slot whose buffer it is in. */
export interface FilledSlot {
  readonly slot: Slot
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Cuts a stream into blocks of exactly one block size, the last one shorter. Each block is in a slot that `nextSlot`
 * gives; it waits there for a free one. Closes the stream when it is left early.
 */
export async function* blocksOf(
  stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
  nextSlot: () => Promise<Slot>,
  signal: AbortSignal,
): AsyncGenerator<FilledSlot, void, undefined> {
  const chunks = iterate(stream)
  let hasEnded = false
  try {
    let rest: Uint8Array = new Uint8Array()
    while (!hasEnded) {
      const slot = await nextSlot()
      const buffer = slot.buffer()
      let filled = 0
      while (filled < buffer.length) {
        if (rest.length === 0) {
          const step = await raceAbort(chunks.next(), signal)
          if (step.done) {
            hasEnded = true
            break
          }
          rest = checked(step.value)
        }
        const piece = rest.subarray(0, buffer.length - filled)
        buffer.set(piece, filled)
        filled += piece.length
        rest = rest.subarray(piece.length)
      }
      if (filled > 0) yield { slot, bytes: buffer.subarray(0, filled) }
    }
  } finally {
    // Not awaited: a source that hangs must not hold up the end of the transfer.
    if (!hasEnded) void Promise.resolve(chunks.return?.()).catch(() => {})
  }
}

function iterate(stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): AsyncIterator<Uint8Array> {
  if (!(stream instanceof ReadableStream)) return stream[Symbol.asyncIterator]()
  const reader = stream.getReader()
  return {
    next: async () => {
      const { done, value } = await reader.read()
      return done ? { done, value: undefined } : { done, value }
    },
    return: async () => {
      await reader.cancel()
      return { done: true, value: undefined }
    },
  }
}

function checked(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  throw new ConfigurationError('A stream to upload must give Uint8Array chunks', { path: 'source' })
}
