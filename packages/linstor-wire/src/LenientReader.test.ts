import { isProtocolError } from '@x/core-errors'
import { expect, test } from 'vitest'
import { LenientReader } from './LenientReader.js'
import { decodeLinStorMapEntry } from './messages/LinStorMapEntry.js'

// key: 61 ff 62, value: "ok"
const bytes = Uint8Array.from([0x0a, 3, 0x61, 0xff, 0x62, 0x12, 2, 0x6f, 0x6b])

test('a text that is not UTF-8 is refused, with the path of the field', () => {
  const decode = () => decodeLinStorMapEntry(bytes)
  expect(decode).toThrow('LinStorMapEntry.key')
  expect(decode).toThrow(expect.toSatisfy(isProtocolError))
})

test('a lenient reader replaces what is wrong and reads on', () => {
  expect(decodeLinStorMapEntry(new LenientReader(bytes))).toEqual({ key: 'a\uFFFDb', value: 'ok' })
})
