import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { leakedHandles, openHandles } from './openHandles.ts'

test('names a server and a timer that are open, and nothing once they are closed', async () => {
  const before = openHandles()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const timer = setInterval(() => {}, 60_000)
  expect(await leakedHandles(before, { withinMs: 0 })).toEqual(['TCPServerWrap', 'Timeout'])
  clearInterval(timer)
  server.close()
  expect(await leakedHandles(before)).toEqual([])
})
