import type { Reader } from 'protobufjs/minimal.js'
import { isNodeBuffer } from './isNodeBuffer.js'
import { Reader as ReaderClass } from './protobuf.js'

// Messages below this size hardly have a text twice.
const smallestList = 2048

/** A reader that remembers short texts; see readString. */
export type TextReader = Reader & { texts?: (string | undefined)[] }

/** A reader over the given bytes, or the given reader itself. */
export function createReader(input: Reader | Uint8Array): TextReader {
  if (!(input instanceof Uint8Array)) return input
  if (input.length < smallestList) return ReaderClass.create(input)
  const { Buffer } = globalThis
  // Texts are made natively out of a Buffer.
  const native =
    Buffer === undefined || isNodeBuffer(input) ? input : Buffer.from(input.buffer, input.byteOffset, input.length)
  return Object.assign(ReaderClass.create(native), { texts: [] })
}
