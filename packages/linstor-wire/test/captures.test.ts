import { expect, test } from 'vitest'
import { answerCodecs, eventCodecs, requestCodecs } from '../src/codecs/v2.js'
import { decodeFrame, encodeCall, encodeFrame, type Frame, FrameDecoder, FrameType } from '../src/index.js'
import type { MessageCodec } from '../src/MessageCodec.js'
import { type RecordedFrame, readBytesSent, readCaptures } from './support/readCaptures.js'
import { toRecorded } from './support/toRecorded.js'

const codecs = new Map<string, MessageCodec<object>>(
  [requestCodecs, answerCodecs, eventCodecs]
    .flatMap((table) => Object.values(table) as (MessageCodec<object> | undefined)[])
    .filter((codec) => codec !== undefined)
    .map((codec) => [codec.name, codec]),
)

// Bytes made by hand to see what a controller does with them; the last tests of this file say what we do.
const malformed = [
  'raw-garbage-header#1',
  'raw-header-length-overruns#1',
  'raw-truncated-message#1',
  'raw-missing-required-field#1',
]
const reservedNonZero = 'raw-reserved-nonzero#1'

const captures = readCaptures()

test('there are recordings', () => {
  expect(captures.length).toBeGreaterThan(800)
})

test.each(captures.filter(({ name }) => !malformed.includes(name)))(
  '$name decodes to the recorded message and encodes to the same bytes',
  ({ name, frame }) => {
    const bytes = Buffer.from(frame.hex, 'hex')
    const [decoded, ...others] = decodeFrames(bytes)
    expect(others).toEqual([])
    expect(decoded?.type).toBe(frame.tcp_header.type)
    expect(decoded?.payload).toHaveLength(frame.tcp_header.length)
    expect(Buffer.from(reencode(decoded!, frame)).toString('hex')).toBe(
      name === reservedNonZero ? frame.hex.replace('f'.repeat(16), '0'.repeat(16)) : frame.hex,
    )
  },
)

/** Decodes a frame down to the fields, compares them with the recording, and encodes everything again. */
function reencode({ type, payload }: Frame, frame: RecordedFrame): Uint8Array {
  if (type !== FrameType.DATA || frame.header === undefined) return encodeFrame(type, payload)
  const content = decodeFrame(payload)
  if (content === undefined) return encodeFrame(type)
  expect(toRecorded(content.header, 'MsgHeader', '2')).toEqual(frame.header)
  expect(content.messages).toHaveLength(frame.messages?.length ?? 0)
  const messages = (frame.messages ?? []).map(({ type: name, json }, index) => {
    const codec = codecs.get(name)
    const message = codec?.decode(content.messages[index]!) ?? {}
    expect(toRecorded(message, name, '2')).toEqual(json)
    return codec?.encode(message).finish() ?? new Uint8Array(0)
  })
  return encodeCall(content.header, messages)
}

test('every message type of the recordings has a codec', () => {
  const types = new Set(captures.flatMap(({ frame }) => frame.messages?.map(({ type }) => type) ?? []))
  expect([...types].filter((type) => !codecs.has(type))).toEqual([])
  expect(types.size).toBeGreaterThan(50)
})

test.each([
  ['raw-garbage-header#1', 'MsgHeader is malformed: '],
  ['raw-header-length-overruns#1', 'MsgHeader is malformed: length 100 runs past the end'],
  ['raw-truncated-message#1', 'messages[0] is malformed: length 50 runs past the end'],
])('%s is refused: %s', (name, message) => {
  const { frame } = captures.find((capture) => capture.name === name)!
  const [decoded] = decodeFrames(Buffer.from(frame.hex, 'hex'))
  expect(() => decodeFrame(decoded!.payload)).toThrow(expect.objectContaining({ name: 'ProtocolError' }))
  expect(() => decodeFrame(decoded!.payload)).toThrow(message)
})

test('raw-missing-required-field is refused with the name of the field', () => {
  const { frame } = captures.find(({ name }) => name === 'raw-missing-required-field#1')!
  const [decoded] = decodeFrames(Buffer.from(frame.hex, 'hex'))
  const { messages } = decodeFrame(decoded!.payload)!
  expect(() => requestCodecs.CrtNode.decode(messages[0]!)).toThrow(
    expect.objectContaining({ name: 'ProtocolError', path: 'MsgCrtNode.node' }),
  )
})

test('raw-negative-length is refused by the limit: a controller takes it for 0', () => {
  expect(() => decodeFrames(readBytesSent('raw-negative-length'))).toThrow(
    'frame announces 2147483648 bytes, more than the limit of 268435456',
  )
})

function decodeFrames(bytes: Uint8Array): Frame[] {
  const frames: Frame[] = []
  const decoder = new FrameDecoder()
  decoder.push(bytes, (frame) => frames.push(frame))
  expect(decoder.missingBytes).toBe(0)
  return frames
}
