import { ConfigurationError } from '@x/core-errors'
import type { RandomAccessTarget } from '../DownloadTarget.js'

/** A target in memory, into which blocks are read without a detour. */
export interface MemoryTarget extends RandomAccessTarget {
  /** Makes room; what is there already stays. @throws {ConfigurationError} when there is not that much memory. */
  readonly reserve: (size: number) => void
  /** Where the bytes at a position go. */
  readonly slot: (position: number, length: number) => Uint8Array<ArrayBuffer>
  readonly bytes: () => Uint8Array<ArrayBuffer>
}

/** Makes an empty target. */
export function memoryTarget(): MemoryTarget {
  let data = new Uint8Array()
  return {
    reserve: (size) => {
      if (size === data.length) return
      const old = data
      try {
        data = new Uint8Array(size)
      } catch (cause) {
        throw new ConfigurationError(`The object has ${size} bytes, more than this runtime keeps in memory at once`, {
          path: 'target',
          cause,
        })
      }
      data.set(old.subarray(0, size))
    },
    slot: (position, length) => data.subarray(position, position + length),
    write: async (position, bytes) => {
      // Bytes that were read right into their place needn't go there once more.
      if (bytes.buffer !== data.buffer || bytes.byteOffset !== position) data.set(bytes, position)
    },
    truncate: async () => {},
    bytes: () => data,
  }
}
