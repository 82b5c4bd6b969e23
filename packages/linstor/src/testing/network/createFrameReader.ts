import { frameHeaderBytes, maxSentPayloadBytes } from '@x/linstor-wire'

/** What is done with each frame. */
export type OnFrame = (type: number, payload: Uint8Array) => void

/**
 * Cuts bytes into frames the way a controller does, which is not how a client should: a negative length counts as 0, and
 * a length above 16 MiB is silently cut to 16 MiB, after which the stream is out of step (observed on LINSTOR 0.6.0).
 */
export function createFrameReader(onFrame: OnFrame): (chunk: Uint8Array) => void {
  let chunks: Uint8Array[] = []
  let size = 0
  let needed = frameHeaderBytes
  return (chunk) => {
    chunks.push(chunk)
    size += chunk.length
    if (size < needed) return
    const data = chunks.length === 1 ? chunk : Buffer.concat(chunks, size)
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    let at = 0
    for (;;) {
      needed = frameHeaderBytes
      if (data.length - at < needed) break
      needed += Math.min(Math.max(view.getInt32(at + 4), 0), maxSentPayloadBytes)
      if (data.length - at < needed) break
      onFrame(view.getUint32(at), data.subarray(at + frameHeaderBytes, at + needed))
      at += needed
    }
    size -= at
    chunks = size === 0 ? [] : [data.subarray(at)]
  }
}
