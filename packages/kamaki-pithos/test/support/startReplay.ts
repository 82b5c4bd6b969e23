import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { bodyBytes } from './bodyBytes.js'
import type { ReferenceCall, ReferenceRequest } from './ReferenceCase.js'

/** Starts a server that gives the recorded answers: to each request the next one for its method, path and range. */
export async function startReplay(exchanges: ReferenceCall['exchanges']): Promise<FakeServer> {
  const used = new Set<ReferenceCall['exchanges'][number]>()
  return startFakeServer(async (request) => {
    const body = Buffer.from(await request.clone().arrayBuffer())
    const { pathname } = new URL(request.url)
    const matching = exchanges.filter(({ request: recorded }) => {
      const isSame =
        recorded.method === request.method &&
        decodeURIComponent(new URL(recorded.target, 'http://host').pathname) === decodeURIComponent(pathname)
      const range = request.headers.get('range')
      return isSame && (range === null || recorded.headers['range'] === range)
    })
    // Blocks go up in any order: their content says which answer belongs to them.
    const ofBlock = matching.filter((item) => request.method === 'POST' && bodyBytes(item.request.body).equals(body))
    const candidates = ofBlock.length > 0 ? ofBlock : matching
    const exchange = candidates.find((item) => !used.has(item)) ?? candidates.at(-1)
    if (exchange === undefined)
      return new Response(`nothing is recorded for ${request.method} ${pathname}`, { status: 599 })
    used.add(exchange)
    const { status, headers } = exchange.response
    const bytes = bodyBytes(exchange.response.body)
    const hasBody = bytes.length > 0 && request.method !== 'HEAD' && status !== 204 && status !== 304
    return new Response(hasBody ? bytes : null, { status, headers })
  })
}

/** What a server received, in the form of the recordings. */
export const receivedBy = (server: Pick<FakeServer, 'requests'>): Promise<ReferenceRequest[]> =>
  Promise.all(
    server.requests.map(async ({ method, path, search, headers, body }) => ({
      method,
      target: path + search,
      headers: Object.fromEntries(headers),
      body: { base64: Buffer.from(await body()).toString('base64') },
    })),
  )
