import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { closeSocket } from './closeSocket.js'

test.each([
  ['while it is open', 'ECONNRESET', () => {}],
  ['in the turn in which it is ended', undefined, (socket: Socket) => void socket.end()],
])('a socket that is reset %s is closed', async (_when, expected, before) => {
  const open = openHandles()
  await using server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const accepted = once(server, 'connection') as Promise<[Socket]>
  const client = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
  let code: string | undefined
  client.on('error', (error: NodeJS.ErrnoException) => {
    code = error.code
  })
  const closed = new Promise((resolve) => client.once('close', resolve))
  const [socket] = await accepted
  socket.resume()
  before(socket)
  closeSocket(socket, 'reset')
  await closed
  expect(code).toBe(expected)
  await new Promise((resolve) => server.close(resolve))
  expect(await leakedHandles(open)).toEqual([])
})
