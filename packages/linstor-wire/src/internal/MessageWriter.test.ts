import { expect, test } from 'vitest'
import { MessageWriter } from './MessageWriter.js'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('what was finished stays as it is, whatever is written afterwards', () => {
  const first = new MessageWriter()
  const finished = first.uint32(1).uint32(2).finish()
  const second = new MessageWriter().uint32(7).finish()
  const third = new MessageWriter().uint32(8)
  first.uint32(3)
  expect(hex(first.finish())).toBe('010203')
  expect(hex(first.reset().uint32(9).finish())).toBe('09')
  expect([hex(finished), hex(second), hex(third.finish())]).toEqual(['0102', '07', '08'])
})

test('finishing twice gives the same bytes, and a shared result is not written over', () => {
  const writer = new MessageWriter().uint32(1)
  const shared = writer.finish(true)
  expect([hex(writer.finish()), hex(writer.finish())]).toEqual(['01', '01'])
  new MessageWriter().uint32(5).finish()
  expect(hex(shared)).toBe('01')
})

test('messages of any length are finished', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = new Uint8Array(length).map((_, index) => index)
    expect(hex(new MessageWriter().raw(bytes).finish())).toBe(hex(bytes))
  }
})
