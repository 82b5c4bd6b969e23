import type { Writer } from 'protobufjs/minimal.js'
import { Writer as WriterClass } from './protobuf.js'

/**
 * Makes sure that at least `size` bytes can be put into the writer's buffer from its position on. Grows fourfold where
 * the writer itself would double: a list of megabytes is copied less often.
 */
export function reserve(writer: Writer, size: number): void {
  const { buf, pos } = writer
  if (buf.length - pos >= size) return
  const grown = WriterClass.alloc(Math.max(buf.length * 4, pos + size))
  grown.set(buf.subarray(0, pos))
  writer.buf = grown
  writer.view = null
}
