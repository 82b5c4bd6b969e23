import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { IndentTransform } from './IndentTransform.ts'

test.each([
  ['lines', ['a\nb\n'], '> a\n> b\n'],
  ['a line in pieces', ['a', 'b\n', 'c', '\n'], '> ab\n> c\n'],
  ['an empty line', ['a\n\nb\n'], '> a\n\n> b\n'],
  ['a line that redraws itself', ['10%\r20', '%\r30%\n'], '> 10%\r> 20%\r> 30%\n'],
  ['a last line without an end', ['a'], '> a\n'],
  ['nothing', [], ''],
])('indents %s', async (_name, chunks, expected) => {
  const transform = new IndentTransform('> ')
  for (const chunk of chunks) transform.write(chunk)
  transform.end()
  expect(await text(transform)).toBe(expected)
})

test('keeps a character whole that arrives in two chunks', async () => {
  const transform = new IndentTransform('> ')
  const bytes = Buffer.from('é')
  transform.write(bytes.subarray(0, 1))
  transform.end(bytes.subarray(1))
  expect(await text(transform)).toBe('> é\n')
})
