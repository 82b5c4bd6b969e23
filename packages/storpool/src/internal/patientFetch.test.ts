import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patientFetch } from './patientFetch.js'

// Where Node keeps the dispatcher of its fetch; the test gives it one that is short of patience.
const place = Symbol.for('undici.globalDispatcher.1')
const globals = globalThis as { [place: symbol]: unknown }

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((_, response) => setTimeout(() => response.end('late'), 2_500))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test("outlasts the bound that the runtime's fetch puts on silence", async () => {
  await fetch(url, { method: 'HEAD' })
  const before = globals[place]
  const { Agent } = await import('undici')
  globals[place] = new Agent({ headersTimeout: 500 })
  try {
    const [plain, patient] = await Promise.allSettled([fetch(url), patientFetch(url).then((each) => each.text())])
    expect(plain).toMatchObject({ status: 'rejected', reason: { cause: { code: 'UND_ERR_HEADERS_TIMEOUT' } } })
    expect(patient).toEqual({ status: 'fulfilled', value: 'late' })
  } finally {
    await (globals[place] as { close(): Promise<void> }).close()
    globals[place] = before
  }
}, 20_000)
