import type { RandomAccessSource, UploadSource } from './RandomAccessSource.js'

/** A source that can be read anywhere; `undefined` for a stream. */
export function toRandomAccess(source: UploadSource): RandomAccessSource | undefined {
  if (source instanceof ArrayBuffer) return ofBytes(new Uint8Array(source))
  if (ArrayBuffer.isView(source)) return ofBytes(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
  if (source instanceof Blob) {
    return {
      size: source.size,
      type: source.type || undefined,
      read: async (position, length) => new Uint8Array(await source.slice(position, position + length).arrayBuffer()),
    }
  }
  return 'read' in source ? source : undefined
}

const ofBytes = (bytes: Uint8Array): RandomAccessSource => ({
  size: bytes.length,
  read: async (position, length) => bytes.subarray(position, position + length),
})
