import { ConfigurationError } from '@x/core-errors'
import type { RandomAccessSource, UploadSource } from './RandomAccessSource.js'

/** A source that can be read anywhere; `undefined` for a stream. @throws {ConfigurationError} for anything else */
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
  if (typeof source !== 'object' || source === null) throw wrongSource()
  if ('read' in source) return source
  if (Symbol.asyncIterator in source || 'getReader' in source) return undefined
  throw wrongSource()
}

const wrongSource = (): ConfigurationError =>
  new ConfigurationError('What is uploaded must be bytes, a Blob, a stream or something that can be read', {
    path: 'source',
  })

const ofBytes = (bytes: Uint8Array): RandomAccessSource => ({
  size: bytes.length,
  read: async (position, length) => bytes.subarray(position, position + length),
})
