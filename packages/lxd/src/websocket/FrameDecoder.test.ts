import { isProtocolError } from '@x/core-errors'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeFrame } from './encodeFrame.js'
import { type Frame, FrameDecoder } from './FrameDecoder.js'

// As a server sends it: like the client's, but without mask.
const serverFrame = (opcode: number, payload: Uint8Array, final = true): Uint8Array<ArrayBuffer> => {
  const masked = encodeFrame(opcode, payload)
  const header = masked.length - payload.length - 4
  const frame = new Uint8Array(header + payload.length)
  frame.set(masked.subarray(0, header))
  frame.set(payload, header)
  frame[0] = (final ? 0x80 : 0) | opcode
  frame[1] = (frame[1] ?? 0) & 0x7f
  return frame
}

const decode = (chunks: Iterable<Uint8Array<ArrayBuffer>>, max = 1 << 20): Frame[] => {
  const decoder = new FrameDecoder(max)
  return [...chunks].flatMap((chunk) => [...decoder.push(chunk)])
}

test.each([0, 1, 125, 126, 65_535, 65_536, 70_000])('a frame of %i bytes is read, however it is cut', (length) => {
  const payload = new Uint8Array(length).map((_, index) => index)
  const bytes = serverFrame(2, payload)
  const cuts = [1, 2, 3, 5, 9, 10, 11, bytes.length >> 1, bytes.length - 1].filter(
    (cut) => cut > 0 && cut < bytes.length,
  )
  for (const cut of cuts) {
    const [frame, ...more] = decode([bytes.slice(0, cut), bytes.slice(cut)])
    expect(more).toEqual([])
    expect(frame).toMatchObject({ final: true, opcode: 2 })
    expect(Buffer.compare(frame?.payload ?? new Uint8Array(), payload)).toBe(0)
  }
})

test('a sequence of frames survives any cut into pieces', () => {
  const frames = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.uint8Array({ maxLength: 300 })), { maxLength: 8 })
  fc.assert(
    fc.property(frames, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (wanted, sizes) => {
      const bytes = Buffer.concat(wanted.map(([opcode, payload]) => serverFrame(opcode, payload)))
      const pieces: Uint8Array<ArrayBuffer>[] = []
      for (let at = 0, index = 0; at < bytes.length; index++) {
        const size = sizes[index % sizes.length] ?? 1
        pieces.push(new Uint8Array(bytes.subarray(at, at + size)))
        at += size
      }
      expect(decode(pieces).map(({ opcode, payload }) => [opcode, [...payload]])).toEqual(
        wanted.map(([opcode, payload]) => [opcode, [...payload]]),
      )
    }),
  )
})

test('random bytes are frames or a protocol error, and never more than the bound', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        for (const frame of decode([new Uint8Array(bytes)], 100)) expect(frame.payload.length).toBeLessThanOrEqual(100)
      } catch (error) {
        expect(isProtocolError(error)).toBe(true)
      }
    }),
  )
})

test('what a server must not send is refused', () => {
  const refused = (bytes: Uint8Array<ArrayBuffer>) => () => decode([bytes], 1_000)
  expect(refused(encodeFrame(1, new Uint8Array(3)))).toThrow('a masked frame')
  expect(refused(new Uint8Array([0xc1, 0]))).toThrow('a reserved bit')
  expect(refused(serverFrame(9, new Uint8Array(126)))).toThrow('a control frame')
  expect(refused(serverFrame(9, new Uint8Array(1), false))).toThrow('a control frame')
  expect(refused(new Uint8Array([0x82, 127, 0, 0, 0, 0, 0, 0, 4, 0]))).toThrow('a frame of 1024 bytes')
})
