import { runNode } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname

const program = `
  import { decodeFrame, encodeCall, FrameDecoder } from '@x/linstor-wire'
  import { decodeMsgLstNode, encodeMsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'
  const name = 'n\\u00f6de-\\ud83d\\ude00'
  const nodes = Array.from({ length: 100 }, (_, index) => ({ name: name + index, type: 'Satellite', flags: ['ok'] }))
  const frame = encodeCall({ apiCallId: 2n ** 62n, msgContent: 'LstNode' }, [encodeMsgLstNode({ nodes }).finish()])
  new FrameDecoder().push(new Uint8Array(frame), ({ payload }) => {
    const { header, messages } = decodeFrame(payload)
    const list = decodeMsgLstNode(messages[0])
    const same = list.nodes.every((node, index) => node.name === nodes[index].name && node.flags[0] === 'ok')
    console.log(header.apiCallId, list.nodes.length, same, frame.constructor.name)
  })`

test('codecs work where there is no Buffer', async () => {
  const load = program.replaceAll(/import (\{.*\}) from ('.*')/g, 'const $1 = await import($2)')
  const result = await runNode(`delete globalThis.Buffer\n${load}`, { from })
  expect(result.stderr).toBe('')
  expect(result.stdout.trim()).toBe('4611686018427387904n 100 true Uint8Array')
})

test('codecs work in Node, and its Buffer is used', async () => {
  const { stdout } = await runNode(program, { from })
  expect(stdout.trim()).toBe('4611686018427387904n 100 true Buffer')
})

test('a text that is not UTF-8 is refused where there is no Buffer', async () => {
  const result = await runNode(
    `delete globalThis.Buffer
    const { decodeMsgHostname } = await import('@x/linstor-wire/messages/MsgHostname')
    for (const bytes of [[10, 1, 0xff], [10, 80, ...Array(79).fill(65), 0xc3]]) {
      try { console.log(decodeMsgHostname(Uint8Array.from(bytes))) } catch (error) { console.log(error.name, error.path) }
    }`,
    { from },
  )
  expect(result.stdout.trim().split('\n')).toEqual(Array(2).fill('ProtocolError MsgHostname.hostname'))
})

test('importing leaves no global behind, and one of the application as it was', async () => {
  const load = `await import('@x/linstor-wire/messages/MsgHeader')`
  const before = `const before = Object.getOwnPropertyNames(globalThis)`
  const after = `console.log(Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name)))`
  expect((await runNode(`${before};${load};${after}`, { from })).stdout.trim()).toBe('[]')
  const own = await runNode(`globalThis.protobuf = 'mine';${load};console.log(globalThis.protobuf)`, { from })
  expect(own.stdout.trim()).toBe('mine')
})

test('require works as well', async () => {
  const result = await runNode(
    `import { createRequire } from 'node:module'
    const require = createRequire(${JSON.stringify(import.meta.filename)})
    console.log(typeof require('@x/linstor-wire').FrameDecoder, require('@x/linstor-wire/constants').API_PING)`,
    { from },
  )
  expect(result.stdout.trim()).toBe('function Ping')
})
