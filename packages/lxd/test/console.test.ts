import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { createLxdClient, type LxdConsole, openConsole } from '../src/index.js'
import { frame, startSocketServer, unmask } from './startSocketServer.js'

const uuid = '0e5ed6a4-9b4c-4c4e-9d7a-2f6b1c3d4e5f'
const started = {
  type: 'async',
  status: 'Operation created',
  status_code: 100,
  operation: `/1.0/operations/${uuid}`,
  error_code: 0,
  error: '',
  metadata: {
    id: uuid,
    class: 'websocket',
    description: 'Showing console',
    created_at: '2024-03-01T10:00:00Z',
    updated_at: '2024-03-01T10:00:00Z',
    resources: null,
    may_cancel: false,
    err: '',
    location: 'none',
    status: 'Running',
    status_code: 103,
    metadata: { fds: { 0: 'terminal', control: 'control' } },
  },
}

// What a server sees of a console that ends in a way. It takes its time to answer a goodbye.
async function endsAs(leave: (console: LxdConsole, terminal: Socket) => unknown): Promise<string[]> {
  const seen: string[] = []
  let terminal: Socket | undefined
  await using server = await startSocketServer(
    (socket, { url }) => {
      const name = url?.includes('secret=control') ? 'control' : 'terminal'
      if (name === 'terminal') terminal = socket
      socket.once('data', (bytes) => {
        if (unmask(bytes)[0] !== 8) return
        seen.push(`${name}: goodbye`)
        setTimeout(() => {
          seen.push(`${name}: answered`)
          socket.end(frame(8))
        }, 30)
      })
    },
    { handler: () => Response.json(started, { status: 202 }) },
  )
  await using client = createLxdClient({ socketPath: server.socketPath })
  await using console = await openConsole(client, { instanceName: 'c1' })
  const read = new Response(console.readable).text()
  if (terminal === undefined) throw new Error('no terminal')
  await leave(console, terminal)
  await console.closed
  await console.close()
  await read
  return seen
}

// The other way round, LXD 5.0.2 panics: it writes its goodbye while it may still write output.
const terminalFirst = ['terminal: goodbye', 'terminal: answered', 'control: goodbye', 'control: answered']

test('the control connection of a console ends after its terminal: closed by the client', async () => {
  expect(await endsAs((console) => console.close())).toEqual(terminalFirst)
})

test('the control connection of a console ends after its terminal: ended by the server', async () => {
  expect(await endsAs((_, terminal) => terminal.write(frame(1, '')))).toEqual(terminalFirst)
})
