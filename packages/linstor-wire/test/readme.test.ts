import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { resolve } from 'node:path'
import { runNode } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { readCaptures } from './support/readCaptures.js'

const folder = resolve(import.meta.dirname, '..')
const readme = readFileSync(resolve(folder, 'README.md'), 'utf8')
const program = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex')

test('the program at the beginning lists the nodes of a recorded controller', { timeout: 60_000 }, async () => {
  const [opening, call, ...answers] = readCaptures()
    .filter(({ name }) => name.startsWith('node-list#'))
    .map(({ frame }) => bytesOf(frame.hex))
  // The recording has another id for the call.
  const expected = Buffer.from(call as Buffer)
  expected.writeUInt8(1, expected.indexOf(0x10, 16) + 1)
  await using server = createServer((socket) => {
    socket.write(opening as Buffer)
    socket.once('data', (request) => {
      if (request.equals(expected)) socket.write(Buffer.concat(answers))
      socket.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const here = program.replace(`connect(3376, 'controller')`, `connect(${port}, '127.0.0.1')`).replaceAll(']!', ']')
  const { code, stdout, stderr } = await runNode(here, { from: folder })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const names = [...stdout.matchAll(/name: '(\w+)',\n {4}type/g)].map(([, name]) => name)
  expect(names).toEqual(['alpha', 'bravo', 'charlie', 'ctrl', 'echo'])
})
