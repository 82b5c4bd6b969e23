import type { FakeReply } from './FakeReply.js'
import { httpDate } from './httpDate.js'

const encoded = /^(?:X-Account-|X-Container-|X-Object-|Content-)/

/**
 * Puts the headers that every answer of the service has around a reply, percent-encodes those that it encodes, and
 * leaves the body away where HTTP has none.
 */
export function toResponse(reply: FakeReply, method: string, now: number, type: string): Response {
  const { status, body } = reply
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const length = bytes instanceof Uint8Array ? bytes.length : (reply.length ?? 0)
  const headers = new Headers()
  const all = {
    Vary: 'X-Auth-Token',
    'Cache-Control': 'no-cache, no-store, must-revalidate, max-age=0',
    Expires: httpDate(now),
    'Last-Modified': httpDate(now),
    'Content-Type': type,
    'Content-Length': length,
    ...reply.headers,
  }
  for (const [name, value] of Object.entries(all)) {
    if (value === undefined) continue
    if (encoded.test(name)) headers.set(encodePart(name), encodePart(String(value)))
    else headers.set(name, String(value))
  }
  const bodiless = method === 'HEAD' || status === 204 || status === 304 || bytes === undefined
  return new Response(bodiless ? null : streamOf(bytes), { status, headers })
}

// Everything but these characters is percent-encoded by the service in the headers it encodes.
const encodePart = (text: string): string => text.replace(/[^A-Za-z0-9_.\-/=,:@; "]/gu, percent)

const percent = (character: string): string =>
  Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

// A stream, since a `Response` copies the bytes it is given.
function streamOf(body: Uint8Array | Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = (body instanceof Uint8Array ? [body] : body)[Symbol.iterator]()
  return new ReadableStream(
    {
      pull(controller) {
        const step = chunks.next()
        if (step.done) controller.close()
        else if (step.value.length > 0) controller.enqueue(step.value)
        else this.pull?.(controller)
      },
    },
    { highWaterMark: 0 },
  )
}
