import { ProtocolError } from '@x/core-errors'
import { MultipartReader } from './MultipartReader.js'

/** One part of a form that is read. */
export interface ReceivedPart {
  readonly name: string
  readonly filename: string | undefined
  /** Its bytes as they arrive. What is not read of it is thrown away when the next part is asked for. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Reads `multipart/form-data` part by part, without keeping any.
 *
 * @param contentType - Of the answer; holds the boundary.
 * @throws {ProtocolError} when it is no such form, or ends in the middle.
 * @see RFC 7578
 */
export async function* decodeMultipart(
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  contentType: string,
  operation: string,
): AsyncGenerator<ReceivedPart, void> {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) {
    await source.cancel()
    throw new ProtocolError(`${operation}: ${contentType} names no boundary`, { operation, path: 'Content-Type' })
  }
  const reader = new MultipartReader(source, boundary, operation)
  try {
    // What is in front of the first part means nothing.
    for (let ignored = await reader.data(); ignored !== undefined; ) ignored = await reader.data()
    while ((await reader.line()) !== '--') {
      const disposition = await readHead(reader)
      const part = partOf(reader)
      yield { name: fieldOf(disposition, 'name') ?? '', filename: fieldOf(disposition, 'filename'), ...part }
      await part.skip()
    }
  } finally {
    await reader.cancel()
  }
}

async function readHead(reader: MultipartReader): Promise<string> {
  let disposition = ''
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    if (/^content-disposition:/i.test(line)) disposition = line
  }
  return disposition
}

const fieldOf = (disposition: string, name: string): string | undefined => {
  const [, quoted, plain] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(disposition) ?? []
  return quoted ?? plain
}

function partOf(reader: MultipartReader) {
  let isOver = false
  let turn: Promise<unknown> = Promise.resolve()
  const step = async (): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const bytes = isOver ? undefined : await reader.data()
    isOver ||= bytes === undefined
    return bytes
  }
  // One after the other: the next part may be asked for while this one still is read.
  const next = () => {
    const result = turn.then(step)
    turn = result.catch(() => {}) // told by `result`
    return result
  }
  return {
    stream: new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        async pull(controller) {
          const bytes = await next()
          if (bytes === undefined) controller.close()
          else controller.enqueue(bytes)
        },
      },
      { highWaterMark: 0 },
    ),
    async skip(): Promise<void> {
      while (!isOver) await next()
    },
  }
}
