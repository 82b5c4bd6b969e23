import { ProtocolError } from '../errors/ProtocolError.js'
import type { CallContext } from './CallContext.js'
import { directBodies } from './directBodies.js'
import { type GuardedBody, guardBody } from './guardBody.js'
import { readBounded } from './readBounded.js'
import { streamedBody } from './streamedBody.js'

/** An answer whose head has arrived. Its body is read through it, bounded in size and time. */
export class HttpAnswer {
  /** The HTTP status. */
  readonly status: number
  /** The response headers. */
  readonly headers: Headers
  /** What an error about this answer should carry: operation, request id, attempts, secrets. */
  readonly context: CallContext
  readonly #response: Response
  #streaming = false

  constructor(response: Response, context: CallContext) {
    this.status = response.status
    this.headers = response.headers
    this.context = context
    this.#response = response
  }

  /** Whether the body was handed out as a stream, which then outlives the attempt. */
  get streaming(): boolean {
    return this.#streaming
  }

  /** The whole body. @throws {ProtocolError} when it is longer than the transport's `maxResponseBytes`. */
  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return readBounded(this.#response, this.context, (response) => response.bytes())
  }

  /**
   * Reads the whole body into a buffer of the caller's, which may be used again and again.
   *
   * @returns How many bytes there were.
   * @throws {ProtocolError} when there are more than fit.
   */
  async readInto(buffer: Uint8Array): Promise<number> {
    const { context, status } = this
    const body = directBodies.get(this.#response) ?? streamedBody(this.#response.body)
    const length = await body.fill(buffer)
    if (length < buffer.length || (await body.fill(new Uint8Array(1))) === 0) return length
    const message = `${context.operation}: the answer is longer than the ${buffer.length} bytes asked for`
    throw new ProtocolError(message, { ...context, status })
  }

  /** The whole body as UTF-8 text. @throws {ProtocolError} when it is longer than the transport's `maxResponseBytes`. */
  text(): Promise<string> {
    return readBounded(this.#response, this.context, (response) => response.text())
  }

  /**
   * The whole body as JSON.
   *
   * @param parse - Replaces `JSON.parse`, for example by a parser that keeps every digit.
   * @throws {ProtocolError} when it is no JSON, with its beginning in the message.
   */
  async json(parse: (bytes: Uint8Array<ArrayBuffer>) => unknown = parseUtf8): Promise<unknown> {
    const bytes = await this.bytes()
    try {
      return parse(bytes)
    } catch (cause) {
      const { operation, status } = { ...this.context, status: this.status }
      const start = decode(bytes.subarray(0, 400)).trim().slice(0, 120).replaceAll(/\s+/g, ' ')
      const found = start === '' ? 'an empty body' : `«${start}»`
      throw new ProtocolError(`${operation}: HTTP ${status} with ${found} where JSON was expected`, {
        ...this.context,
        status,
        cause,
      })
    }
  }

  /**
   * The body as a stream that outlives the attempt: from here on the time bound applies to the silence between two
   * chunks. The caller's signal still ends it. Cancel it when it is not read to its end.
   */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return this.body().stream
  }

  /** Like `stream`, with another way to read it: into buffers of the caller's. */
  body(): GuardedBody {
    this.#streaming = true
    return guardBody(this.#response, this.context)
  }

  /** Throws the body away without reading it. */
  async discard(): Promise<void> {
    await this.#response.body?.cancel()
  }
}

const decode = (bytes: Uint8Array<ArrayBuffer>): string => new TextDecoder().decode(bytes)
const parseUtf8 = (bytes: Uint8Array<ArrayBuffer>): unknown => JSON.parse(decode(bytes))
