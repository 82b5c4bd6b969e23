import { expect, test } from 'vitest'
import { encodeFrame } from './encodeFrame.js'
import { FrameType } from './FrameType.js'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('writes type and length big-endian, and zeros where the header is reserved', () => {
  expect(hex(encodeFrame(FrameType.PONG))).toBe('00000002000000000000000000000000')
  expect(hex(encodeFrame(0x01020304, new Uint8Array(260).fill(7)))).toBe(
    `0102030400000104${'00'.repeat(8)}${'07'.repeat(260)}`,
  )
})

test('takes 16 MiB and refuses one byte more, which a controller would cut off', () => {
  expect(encodeFrame(FrameType.DATA, new Uint8Array(16_777_216))).toHaveLength(16_777_232)
  expect(() => encodeFrame(FrameType.DATA, new Uint8Array(16_777_217))).toThrow(
    expect.objectContaining({
      name: 'ConfigurationError',
      message: 'payload has 16777217 bytes, more than the limit of 16777216',
    }),
  )
})

test('the limit can be raised for a receiver that is not a controller', () => {
  const payload = new Uint8Array(16_777_217)
  expect(encodeFrame(FrameType.DATA, payload, { maxPayloadBytes: 20_000_000 })).toHaveLength(16_777_233)
})

test.each([-1, 0.5, 2 ** 32])('refuses %d as a type', (type) => {
  expect(() => encodeFrame(type)).toThrow(expect.objectContaining({ name: 'ConfigurationError', path: 'type' }))
})
