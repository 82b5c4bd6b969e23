import { ProtocolError } from '@x/core-errors'

/** Reads a stream whole, as UTF-8 text. @throws {ProtocolError} when it is longer than `maxBytes`. */
export async function readText(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
  operation: string,
): Promise<string> {
  const decoder = new TextDecoder()
  let total = 0
  let text = ''
  for await (const chunk of stream) {
    total += chunk.byteLength
    if (total > maxBytes) {
      const bound = `the answer is longer than ${maxBytes} bytes; raise maxResponseBytes if that is expected`
      throw new ProtocolError(`${operation}: ${bound}`, { operation })
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
