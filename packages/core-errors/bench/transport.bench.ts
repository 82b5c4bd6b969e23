import { createFetchTransport } from '@x/core-errors/http'
import { startFakeServer } from '@x/core-errors/testing'
import { type Bench, compare, rate } from '@x-tooling/bench'

const rows = Array.from({ length: 2_000 }, (_, id) => ({ id, name: `volume-${id}`, size: 4096 * id, status: 'up' }))

export const bench: Bench = {
  title: 'HTTP transport over loopback, beside bare fetch',
  async run() {
    await using server = await startFakeServer((request) =>
      Response.json(request.url.endsWith('/rows') ? rows : { ok: 1 }),
    )
    const send = createFetchTransport({ client: 'bench' })
    const through = (path: string) =>
      send({
        operation: 'bench',
        method: 'GET',
        url: server.url + path,
        idempotent: true,
        read: (answer) => answer.json(),
      })
    const bare = async (path: string) => (await fetch(server.url + path)).json()
    return [
      await compare({
        name: 'a small JSON answer',
        unit: 'calls/s',
        run: rate(1, () => through('/one')),
        baseline: { name: 'fetch + json()', run: rate(1, () => bare('/one')) },
      }),
      await compare({
        name: 'a JSON answer of 120 kB',
        unit: 'calls/s',
        run: rate(1, () => through('/rows')),
        baseline: { name: 'fetch + json()', run: rate(1, () => bare('/rows')) },
      }),
    ]
  },
}
