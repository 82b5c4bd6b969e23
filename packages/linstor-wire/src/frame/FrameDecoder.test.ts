import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeFrame } from './encodeFrame.js'
import type { Frame } from './Frame.js'
import { FrameDecoder, type FrameDecoderOptions } from './FrameDecoder.js'
import { FrameType } from './FrameType.js'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const join = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const plain = (frame: Frame): { type: number; payload: number[] } => ({ type: frame.type, payload: [...frame.payload] })

function decode(chunks: readonly Uint8Array[], options?: FrameDecoderOptions) {
  const decoder = new FrameDecoder(options)
  const frames: ReturnType<typeof plain>[] = []
  for (const chunk of chunks) decoder.push(chunk, (frame) => frames.push(plain(frame)))
  return { frames, missingBytes: decoder.missingBytes }
}

test('pitfall 1: frames of zero length come through, whatever their type and wherever the stream is cut', () => {
  const stream = join([0, 1, 2, 7].map((type) => encodeFrame(type)))
  const expected = [0, 1, 2, 7].map((type) => ({ type, payload: [] }))
  for (let cut = 0; cut <= stream.length; cut++) {
    expect(decode([stream.subarray(0, cut), stream.subarray(cut)])).toEqual({ frames: expected, missingBytes: 0 })
  }
})

test('pitfall 3: frames glued to the first one are not lost', () => {
  const stream = join([encodeFrame(0, bytes(1, 2, 3)), encodeFrame(1), encodeFrame(0, bytes(4))])
  expect(decode([stream]).frames.map(({ payload }) => payload)).toEqual([[1, 2, 3], [], [4]])
})

test('the reserved bytes of a header are ignored', () => {
  const frame = encodeFrame(0, bytes(9))
  frame.fill(0xff, 8, 16)
  expect(decode([frame]).frames).toEqual([{ type: 0, payload: [9] }])
})

test('frames of unknown types are handed over and skipped by their length', () => {
  const stream = join([encodeFrame(0xdeadbeef, bytes(1, 2)), encodeFrame(FrameType.DATA, bytes(3))])
  expect(decode([stream]).frames).toEqual([
    { type: 0xdeadbeef, payload: [1, 2] },
    { type: 0, payload: [3] },
  ])
})

test('any frames, cut at any bytes, come out as they went in', () => {
  const frame = fc.record({ type: fc.nat(0xffffffff), payload: fc.uint8Array({ maxLength: 300 }) })
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 12 }), (sent, cuts) => {
      const stream = join(sent.map(({ type, payload }) => encodeFrame(type, payload)))
      const places = [0, ...cuts.map((cut) => cut % (stream.length + 1)), stream.length].sort((a, b) => a - b)
      const chunks = places.slice(1).map((place, index) => stream.subarray(places[index], place))
      expect(decode(chunks)).toEqual({ frames: sent.map(plain), missingBytes: 0 })
    }),
  )
})

test('a stream cut at every byte says how many bytes are missing', () => {
  const stream = encodeFrame(FrameType.DATA, bytes(1, 2, 3, 4, 5))
  const missing = Array.from({ length: stream.length + 1 }, (_, cut) => decode([stream.subarray(0, cut)]).missingBytes)
  expect(missing).toEqual([0, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 5, 4, 3, 2, 1, 0])
})

test('random bytes give frames or a ProtocolError, and no payload above the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 64 })), fc.nat(1000), (chunks, maxPayloadBytes) => {
      try {
        const { frames } = decode(chunks, { maxPayloadBytes })
        for (const { payload } of frames) expect(payload.length).toBeLessThanOrEqual(maxPayloadBytes)
      } catch (error) {
        expect(error).toMatchObject({ name: 'ProtocolError' })
      }
    }),
  )
})

test('a payload above the limit is refused by its header, after the frames before it, and ever after', () => {
  const decoder = new FrameDecoder({ maxPayloadBytes: 4 })
  const frames: Frame[] = []
  const stream = join([encodeFrame(0, bytes(1, 2, 3, 4)), encodeFrame(0, bytes(1, 2, 3, 4, 5))])
  const push = (chunk: Uint8Array) => () => decoder.push(chunk, (frame) => frames.push(frame))
  const failure = expect.objectContaining({
    name: 'ProtocolError',
    message: 'frame announces 5 bytes, more than the limit of 4',
  })
  expect(push(stream)).toThrow(failure)
  expect(frames.map(plain)).toEqual([{ type: 0, payload: [1, 2, 3, 4] }])
  expect(push(encodeFrame(0))).toThrow(failure)
  expect(frames).toHaveLength(1)
})

test('after onFrame threw the decoder does not go on as if nothing had been lost', () => {
  const decoder = new FrameDecoder()
  const stream = join([encodeFrame(0, bytes(1)), encodeFrame(0, bytes(2)).subarray(0, 10)])
  const fail = () => {
    throw new Error('mine')
  }
  expect(() => decoder.push(stream, fail)).toThrow('mine')
  expect(() => decoder.push(bytes(0), fail)).toThrow(expect.objectContaining({ name: 'ConfigurationError' }))
})

test('push called from onFrame is refused', () => {
  const decoder = new FrameDecoder()
  const again = () => decoder.push(bytes(0), () => {})
  expect(() => decoder.push(encodeFrame(0), again)).toThrow('push was called from onFrame')
})

test('the limit is 256 MiB where none is given', () => {
  const header = encodeFrame(FrameType.DATA)
  new DataView(header.buffer).setUint32(4, 268_435_457)
  expect(() => decode([header])).toThrow('frame announces 268435457 bytes, more than the limit of 268435456')
  new DataView(header.buffer).setUint32(4, 268_435_456)
  expect(decode([header]).missingBytes).toBe(268_435_456)
})

test('a header that announces much does not allocate it', () => {
  const header = encodeFrame(FrameType.DATA)
  new DataView(header.buffer).setUint32(4, 200_000_000)
  const before = process.memoryUsage().arrayBuffers
  const decoders = Array.from({ length: 10 }, () => {
    const decoder = new FrameDecoder()
    decoder.push(header, () => {})
    decoder.push(bytes(1), () => {})
    return decoder
  })
  const grown = process.memoryUsage().arrayBuffers - before
  expect(decoders.map((decoder) => decoder.missingBytes)).toEqual(decoders.map(() => 199_999_999))
  expect(grown).toBeLessThan(10 * 16_777_216 + 50_000_000) // 10 times 200 MB were announced
})

test('a payload in one chunk is not copied', () => {
  const chunk = encodeFrame(FrameType.DATA, bytes(1, 2, 3))
  new FrameDecoder().push(chunk, ({ payload }) => expect(payload.buffer).toBe(chunk.buffer))
  expect.assertions(1)
})

test('a payload of megabytes in chunks of one byte does not take quadratic time or memory', () => {
  const payload = new Uint8Array(2_500_000).map((_, index) => index)
  const stream = encodeFrame(FrameType.DATA, payload)
  const decoder = new FrameDecoder()
  let received: Uint8Array | undefined
  for (let index = 0; index < stream.length; index++) {
    decoder.push(stream.subarray(index, index + 1), (frame) => {
      received = frame.payload
    })
  }
  expect(Buffer.compare(received!, payload)).toBe(0)
})

test.each([-1, 1.5, Number.NaN, 2 ** 32])('a limit of %d is refused', (maxPayloadBytes) => {
  expect(() => new FrameDecoder({ maxPayloadBytes })).toThrow(
    expect.objectContaining({ name: 'ConfigurationError', path: 'maxPayloadBytes' }),
  )
})
