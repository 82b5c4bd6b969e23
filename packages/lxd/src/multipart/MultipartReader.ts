import { ProtocolError } from '@x/core-errors'

// The head of a part holds a few short lines.
const longestLine = 65_536
const cr = 0x0d
const lf = 0x0a

/** Reads lines, and bytes up to a delimiter, from a stream whose chunks are cut anywhere. */
export class MultipartReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
  readonly #delimiter: Uint8Array
  readonly #operation: string
  // The first delimiter has no line break in front of it.
  #rest = new Uint8Array([cr, lf])

  /** @param boundary - Without the dashes. */
  constructor(source: ReadableStream<Uint8Array<ArrayBuffer>>, boundary: string, operation: string) {
    this.#reader = source.getReader()
    this.#delimiter = new TextEncoder().encode(`\r\n--${boundary}`)
    this.#operation = operation
  }

  /** The next line, without its line break. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(lf)
      if (end !== -1) return new TextDecoder().decode(this.#take(end + 1)).trimEnd()
      if (this.#rest.byteLength > longestLine) throw this.#wrong('has a part with an endless head')
      await this.#more()
    }
  }

  /** The next bytes of a part; `undefined` at its end, when the delimiter has been taken. */
  async data(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    for (;;) {
      const end = this.#partEnd()
      if (end > 0) return this.#take(end)
      if (this.#rest.byteLength >= this.#delimiter.byteLength) {
        this.#take(this.#delimiter.byteLength)
        return undefined
      }
      await this.#more()
    }
  }

  async cancel(): Promise<void> {
    await this.#reader.cancel()
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#reader.read()
    if (done) throw this.#wrong('ends in the middle of a part')
    if (this.#rest.byteLength === 0) {
      this.#rest = value
      return
    }
    const joined = new Uint8Array(this.#rest.byteLength + value.byteLength)
    joined.set(this.#rest)
    joined.set(value, this.#rest.byteLength)
    this.#rest = joined
  }

  // Where the delimiter begins, or may begin once there is more; else the end of what there is.
  #partEnd(): number {
    const bytes = this.#rest
    for (let at = bytes.indexOf(cr); at !== -1; at = bytes.indexOf(cr, at + 1)) if (this.#matches(at)) return at
    return bytes.byteLength
  }

  #matches(at: number): boolean {
    const count = Math.min(this.#delimiter.byteLength, this.#rest.byteLength - at)
    for (let index = 0; index < count; index++) {
      if (this.#rest[at + index] !== this.#delimiter[index]) return false
    }
    return true
  }

  #take(count: number): Uint8Array<ArrayBuffer> {
    const taken = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(count)
    return taken
  }

  #wrong(text: string): ProtocolError {
    return new ProtocolError(`${this.#operation}: the multipart form ${text}`, { operation: this.#operation })
  }
}
