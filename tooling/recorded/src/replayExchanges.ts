import { parseJson, stringifyJson } from '@x/core-errors'
import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import type { RecordedExchange, RecordedRequest } from './RecordedCase.ts'

/** A server that gives the recorded answers. */
export interface Replay extends AsyncDisposable {
  readonly url: string
  readonly server: FakeServer
  /** What arrived so far, in the recorded form. */
  readonly received: () => Promise<RecordedRequest[]>
  /** Puts the recorded names in place of this server's address, in a value that a client gave back. */
  readonly recordedForm: (value: unknown) => unknown
}

/**
 * Starts a server that answers each request with the first recorded answer of its method and path that was not used yet;
 * once all are used, with the last one again.
 *
 * @param recordedOrigin - Address that the recorded bodies name; replaced by the server's own, so that clients who follow
 * addresses in bodies stay with it.
 */
export async function replayExchanges(exchanges: readonly RecordedExchange[], recordedOrigin: string): Promise<Replay> {
  const used = new Set<RecordedExchange>()
  const server = await startFakeServer((request) => {
    const { pathname } = new URL(request.url)
    const matching = exchanges.filter(
      (exchange) => exchange.request.method === request.method && samePath(exchange.request.path, pathname),
    )
    const exchange = matching.find((candidate) => !used.has(candidate)) ?? matching.at(-1)
    if (exchange === undefined)
      return new Response(`nothing is recorded for ${request.method} ${pathname}`, { status: 599 })
    used.add(exchange)
    return answer(exchange)
  })
  const answer = ({ response: { status, headers, body = null } }: RecordedExchange): Response => {
    const text = body === null ? null : typeof body === 'string' ? body : stringifyJson(body)
    const isBodiless = text === null || status === 204 || status === 304
    return new Response(isBodiless ? null : text.replaceAll(recordedOrigin, server.url), {
      status,
      headers: { ...(typeof body === 'string' ? {} : { 'content-type': 'application/json' }), ...headers },
    })
  }
  return {
    url: server.url,
    server,
    received: () => Promise.all(server.requests.map(record)),
    recordedForm: (value) =>
      value === undefined ? undefined : parseJson(stringifyJson(value).replaceAll(server.url, recordedOrigin)),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/** Paths are equal when their decoded segments are: which harmless characters are percent-encoded is free. */
export const samePath = (one: string, other: string): boolean => {
  const decoded = (path: string) => path.split('/').map((segment) => decodeURIComponent(segment))
  return JSON.stringify(decoded(one)) === JSON.stringify(decoded(other))
}

async function record(request: FakeServer['requests'][number]): Promise<RecordedRequest> {
  const text = new TextDecoder().decode(await request.body())
  const headers = Object.fromEntries(request.headers)
  const type = headers['content-type'] ?? ''
  const query = [...new URLSearchParams(request.search)].map(([key, value]): [string, string | null] => [
    key,
    value === '' && !request.search.includes(`${encodeURIComponent(key)}=`) ? null : value,
  ])
  return {
    method: request.method,
    path: request.path,
    query: query.sort(),
    headers,
    ...(type.startsWith('application/json') && text !== '' ? { json: parseJson(text) } : {}),
    ...(type.includes('form') ? { form: [...new URLSearchParams(text)].sort() } : {}),
  }
}
