import { expect, test } from 'vitest'
import { createLxd } from '../src/index.js'
import { refusal, startServer } from './startServer.js'

test('an image of a simplestreams server is asked for by its name', async () => {
  const bodies: unknown[] = []
  await using server = await startServer(async (request) => {
    if (request.method === 'POST') bodies.push(await request.json())
    return refusal(500, 'no network here')
  })
  await using lxd = createLxd({ socketPath: server.socketPath })
  const definition = { server: 'https://images.example.org', alias: 'debian/12', autoUpdate: true, public: true }
  await expect(lxd.images.createFromServer(definition)).rejects.toThrow('no network here')
  expect(bodies).toEqual([
    {
      source: {
        type: 'image',
        mode: 'pull',
        server: 'https://images.example.org',
        protocol: 'simplestreams',
        alias: 'debian/12',
      },
      auto_update: true,
      public: true,
    },
  ])
})
