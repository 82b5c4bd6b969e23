import { Transform, type TransformCallback } from 'node:stream'

const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Puts an indent before every line, also before one that redraws itself with a carriage return. Works on bytes, so that
 * a character split over two chunks stays whole.
 */
export class IndentTransform extends Transform {
  #atLineStart = true
  readonly #indent: Buffer

  constructor(indent: string) {
    super()
    this.#indent = Buffer.from(indent)
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let start = 0
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]
      const ends = byte === lineFeed || byte === carriageReturn
      if (this.#atLineStart && byte !== lineFeed && byte !== carriageReturn) {
        if (index > start) this.push(chunk.subarray(start, index))
        this.push(this.#indent)
        start = index
        this.#atLineStart = false
      }
      if (ends) this.#atLineStart = true
    }
    done(null, chunk.subarray(start))
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#atLineStart ? undefined : '\n')
  }
}
