import type { RandomAccessTarget } from '../../src/index.js'

/** A target in memory that says what was written where. */
export interface ObservedTarget extends RandomAccessTarget {
  /** Positions and lengths of the writes, in order. */
  readonly writes: [position: number, length: number][]
  readonly content: () => Uint8Array
}

/** Makes one with some content; `beforeWrite` is awaited before each write. */
export function observedTarget(
  present: Uint8Array = new Uint8Array(),
  beforeWrite: (count: number) => Promise<unknown> | undefined = () => undefined,
): ObservedTarget {
  let data = present.slice()
  const writes: [number, number][] = []
  return {
    writes,
    content: () => data,
    size: async () => data.length,
    read: async (position, length) => data.slice(position, position + length),
    write: async (position, bytes) => {
      await beforeWrite(writes.length)
      writes.push([position, bytes.length])
      if (data.length < position + bytes.length) {
        const longer = new Uint8Array(position + bytes.length)
        longer.set(data)
        data = longer
      }
      data.set(bytes, position)
    },
    truncate: async (size) => {
      data = data.slice(0, size)
    },
  }
}
