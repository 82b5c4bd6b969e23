import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trimZeros } from './trimZeros.js'

const slowly = (bytes: Uint8Array) => {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return bytes.subarray(0, end)
}

test('cuts zeros at the end and nothing else, wherever the bytes lie in their buffer', () => {
  fc.assert(
    fc.property(
      fc.nat(16),
      fc.uint8Array({ maxLength: 24 }),
      fc.nat(40),
      fc.constantFrom(0, 1, 0x80, 0xff),
      (offset, head, zeros, last) => {
        const buffer = new Uint8Array(offset + head.length + 1 + zeros + 8)
        buffer.set([...head, last], offset)
        const bytes = buffer.subarray(offset, offset + head.length + 1 + zeros)
        expect([...trimZeros(bytes)]).toEqual([...slowly(bytes)])
      },
    ),
  )
})

test('a block that is all zeros, -0 as a number, and an empty one', () => {
  expect(trimZeros(new Uint8Array(4096))).toHaveLength(0)
  expect(trimZeros(new Uint8Array())).toHaveLength(0)
  expect(trimZeros(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0]))).toHaveLength(8)
})
