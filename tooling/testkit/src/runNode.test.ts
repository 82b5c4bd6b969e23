import { expect, test } from 'vitest'
import { runNode } from './runNode.ts'

const from = import.meta.dirname

test('answers what the program printed and its exit code', async () => {
  const program = `console.log(process.env.WHO); console.error('no'); process.exitCode = 3`
  expect(await runNode(program, { from, env: { WHO: 'me' } })).toEqual({
    code: 3,
    stdout: 'me\n',
    stderr: 'no\n',
    timedOut: false,
  })
})

test('kills a program that does not end', async () => {
  const result = await runNode('setInterval(() => {}, 1000)', { from, deadlineMs: 300 })
  expect(result).toMatchObject({ code: null, timedOut: true })
})
