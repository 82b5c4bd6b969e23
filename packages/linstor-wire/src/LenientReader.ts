import { Reader } from './internal/protobuf.js'

/**
 * A reader whose texts may be anything: what is not UTF-8 is read as U+FFFD instead of refused, and the fields after it
 * are read as ever. Give it to a decoder in place of the bytes.
 *
 * @example
 * const node = decodeNode(new LenientReader(bytes))
 */
export class LenientReader extends Reader {
  /** Reads a text that was found not to be UTF-8, once more as it is. */
  override stringVerify(): string {
    return this.string()
  }
}
