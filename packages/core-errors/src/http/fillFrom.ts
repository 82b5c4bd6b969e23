import type { DirectRead } from './directBodies.js'

/** Reads a stream into buffers, through its reader. */
export function fillFrom(readerOf: () => ReadableStreamDefaultReader<Uint8Array> | undefined): DirectRead {
  let rest: Uint8Array = new Uint8Array()
  return async (buffer, onArrival = () => {}) => {
    let filled = 0
    while (filled < buffer.length) {
      if (rest.length === 0) {
        const chunk = (await readerOf()?.read())?.value
        if (chunk === undefined) break
        onArrival()
        rest = chunk
      }
      const piece = rest.subarray(0, buffer.length - filled)
      buffer.set(piece, filled)
      filled += piece.length
      rest = rest.subarray(piece.length)
    }
    return filled
  }
}
