import { type Agent, type IncomingMessage, request as openRequest } from 'node:http'
import { Readable } from 'node:stream'
import { toHeaders } from '@x/core-errors/http'

/** A request with a body of unknown length. */
export interface StreamedRequest {
  readonly socketPath: string
  readonly method: string
  /** Path with query, encoded. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: ReadableStream<Uint8Array>
}

/**
 * Sends a large body over a unix socket and answers when the head of the answer has arrived. The next piece is asked for
 * when the one before is with the system: the source may then use its buffer again, which undici promises nowhere.
 */
export function sendThrough(
  agent: Agent,
  { body, socketPath, method, path, headers }: StreamedRequest,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = openRequest({ agent, socketPath, method, path, headers, signal })
    const pieces = piecesOf(body)
    let isAnswered = false
    request.on('error', (error) => reject(signal.aborted ? signal.reason : error))
    request.once('close', () => pieces.stop())
    request.once('response', (message) => {
      isAnswered = true
      // A server that does not want the rest answers before it has come.
      message.once('end', () => request.destroy())
      message.on('error', () => {}) // told to whoever reads it
      try {
        resolve(responseOf(message))
      } catch (error) {
        request.destroy(error as Error)
      }
    })
    const send = async (): Promise<void> => {
      for (let piece = await pieces.next(); piece !== undefined && !isAnswered; piece = await pieces.next()) {
        const bytes = piece
        if (bytes.byteLength > 0) {
          await new Promise<void>((sent) => request.write(bytes, () => sent())) // a failure is told by the request
        }
        if (request.destroyed) return
      }
      if (!isAnswered) request.end()
    }
    send().catch((error) => request.destroy(error))
  })
}

function piecesOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  return {
    next: async () => (await reader.read()).value,
    stop: () => void reader.cancel().catch(() => {}), // it may have failed itself
  }
}

function responseOf(message: IncomingMessage): Response {
  const headers = toHeaders(message.headersDistinct)
  const status = message.statusCode ?? 0
  const isEmpty = status === 204 || status === 304
  const body = isEmpty ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array<ArrayBuffer>>)
  if (isEmpty) message.resume()
  return new Response(body, { status, headers })
}
