import { Writer } from './protobuf.js'

// Up to this many bytes a loop copies faster than native code, which takes a view of either side first.
const shortestNative = 64

// The buffer of a short message that was finished, for the next one: it needs no other memory than its own bytes.
let spare: Uint8Array | undefined

/** Writer whose short messages take less time than those of its base. */
export class MessageWriter extends Writer {
  static override alloc(size: number): Uint8Array {
    if (spare === undefined || spare.length < size) return Writer.alloc(size)
    const buf = spare
    spare = undefined
    return buf
  }

  override finish(shared?: boolean): Uint8Array {
    const { buf, pos } = this
    if (pos > shortestNative || shared === true) return super.finish(shared)
    const bytes = Writer.alloc(pos)
    for (let index = 0; index < pos; index++) bytes[index] = buf[index] as number
    spare = buf
    // Full, so that what is written from now on goes elsewhere.
    this.buf = bytes
    return bytes
  }

  override reset(): this {
    const buf = Writer.alloc(this.buf.length)
    buf.set(this.buf)
    this.buf = buf
    super.reset()
    return this
  }
}
