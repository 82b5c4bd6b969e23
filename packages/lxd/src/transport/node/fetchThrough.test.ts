import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectGarbage } from '@x-tooling/testkit'
import { Agent } from 'undici'
import { expect, test } from 'vitest'
import { fetchThrough } from './fetchThrough.js'

test('an abort ends a request, even when its Request was collected as garbage meanwhile', async () => {
  const agent = new Agent()
  const closed: Promise<unknown>[] = []
  const server = createServer((_, response) => {
    closed.push(once(response, 'close'))
    response.write('begun')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const controller = new AbortController()
  const { signal } = controller
  const send = () => fetchThrough(() => agent)(new Request(`http://127.0.0.1:${port}/`, { signal }), { signal })
  const reader = (await send()).body?.getReader()
  await reader?.read()
  await collectGarbage()
  const rest = reader?.read().catch((error: unknown) => error)
  controller.abort('enough')
  expect(await rest).toBe('enough')
  await Promise.all(closed)
  await agent.destroy()
  server.close()
})
