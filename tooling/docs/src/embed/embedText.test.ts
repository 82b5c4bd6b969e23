import { expect, test } from 'vitest'
import { embedText } from './embedText.ts'

const page = (inside: string) => `Before\n\n<!-- code: a.ts#x -->${inside}<!-- /code -->\n\nAfter\n`

test('fills the place between the markers, and filling it again changes nothing', () => {
  const find = (kind: string, name: string) => `${kind} of ${name}`
  const { text, problems } = embedText(page('\nold\n'), find)
  expect(text).toBe(page('\n\ncode of a.ts#x\n\n'))
  expect(problems).toEqual([])
  expect(embedText(text, find).text).toBe(text)
})

test('keeps what it can not fill and says why', () => {
  const fail = () => {
    throw new Error('a.ts has no region x')
  }
  expect(embedText(page('\nold\n'), fail)).toEqual({ text: page('\nold\n'), problems: ['a.ts has no region x'] })
})
