import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MsgHeaderMsgType } from '../messages/MsgHeader.js'
import { decodeFrame } from './decodeFrame.js'
import { encodeCall } from './encodeCall.js'
import { isLegacyHeader } from './isLegacyHeader.js'

const payloadOf = (frame: Uint8Array): Uint8Array => frame.subarray(16)
const protocolError = (path: string) => expect.objectContaining({ name: 'ProtocolError', path })

test('an empty payload holds no header and is to be ignored', () => {
  expect(decodeFrame(new Uint8Array(0))).toBeUndefined()
})

test('pitfall 21: an answer without content messages is an answer', () => {
  const header = { msgType: MsgHeaderMsgType.ANSWER, apiCallId: 5n, msgContent: 'LstErrorReports' }
  expect(decodeFrame(payloadOf(encodeCall(header)))).toEqual({ header, messages: [] })
})

test('pitfall 24: an empty content message is there', () => {
  const header = { msgType: MsgHeaderMsgType.ANSWER, apiCallId: 5n, msgContent: 'LstNode' }
  expect(decodeFrame(payloadOf(encodeCall(header, [new Uint8Array(0)])))?.messages).toHaveLength(1)
})

test('whatever was encoded is taken apart again', () => {
  const header = fc.record({
    msgType: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    apiCallId: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { nil: undefined }),
    msgContent: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
  })
  fc.assert(
    fc.property(header, fc.array(fc.uint8Array({ maxLength: 200 })), (sent, messages) => {
      const decoded = decodeFrame(payloadOf(encodeCall(sent, messages)))
      expect(decoded?.header).toEqual(sent)
      expect(decoded?.messages.map((message) => [...message])).toEqual(messages.map((message) => [...message]))
    }),
  )
})

test('content messages are views of the payload', () => {
  const payload = payloadOf(encodeCall({ msgContent: 'x' }, [Uint8Array.of(1, 2)]))
  expect(decodeFrame(payload)?.messages[0]?.buffer).toBe(payload.buffer)
})

test.each([
  ['80', 'MsgHeader'],
  ['05', 'MsgHeader'],
  ['0508011001', 'MsgHeader'],
  ['04080110ff', 'MsgHeader.apiCallId'],
  ['031a0561', 'MsgHeader.msgContent'],
  ['040801100180', 'messages[0]'],
  ['0408011001000561', 'messages[1]'],
])('the payload %s is refused at %s', (payload, path) => {
  expect(() => decodeFrame(Buffer.from(payload, 'hex'))).toThrow(protocolError(path))
})

test('every beginning of a payload is a payload or refused', () => {
  const header = { msgType: 2, apiCallId: 300n, msgContent: 'Reply' }
  const payload = payloadOf(encodeCall(header, [Uint8Array.of(1, 2, 3), new Uint8Array(200)]))
  for (let length = 1; length < payload.length; length++) {
    try {
      expect(decodeFrame(payload.subarray(0, length))?.header).toEqual(header)
    } catch (error) {
      expect(error).toMatchObject({ name: 'ProtocolError' })
    }
  }
})

test('a header of API version 1 is recognized: its second field is a text', () => {
  const legacy = decodeFrame(Buffer.concat([Buffer.from('0b08001207', 'hex'), Buffer.from('Version')]))
  expect(isLegacyHeader(legacy!.header)).toBe(true)
  const modern = decodeFrame(payloadOf(encodeCall({ msgType: MsgHeaderMsgType.ONEWAY, msgContent: 'Version' })))
  expect(isLegacyHeader(modern!.header)).toBe(false)
})
