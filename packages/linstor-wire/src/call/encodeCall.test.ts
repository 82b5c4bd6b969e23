import { expect, test } from 'vitest'
import { encodeMsgDelNode } from '../messages/MsgDelNode.js'
import { MsgHeaderMsgType } from '../messages/MsgHeader.js'
import { encodeCall } from './encodeCall.js'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const header = { msgType: MsgHeaderMsgType.API_CALL, apiCallId: 1n, msgContent: 'LstNode' }

test('a call without message is its header with the length before it', () => {
  expect(hex(encodeCall(header))).toBe(`000000000000000e${'00'.repeat(8)}0d080110011a07${hex(Buffer.from('LstNode'))}`)
})

test('pitfall 24: an empty message is not the same as no message', () => {
  expect(hex(encodeCall(header, [new Uint8Array(0)]))).toBe(
    `000000000000000f${'00'.repeat(8)}0d080110011a07${hex(Buffer.from('LstNode'))}00`,
  )
})

test('messages follow in order, each with its length', () => {
  const messages = ['a', 'b'].map((nodeName) => encodeMsgDelNode({ nodeName }).finish())
  expect(hex(encodeCall(header, messages)).slice(-16)).toBe('0312016103120162')
})

test('a message of more than 127 bytes has a length of two bytes', () => {
  const frame = encodeCall(header, [new Uint8Array(300)])
  expect(hex(frame.subarray(30, 32))).toBe('ac02')
  expect(frame).toHaveLength(16 + 14 + 2 + 300)
})

test('refuses a payload above 16 MiB, the lengths counted in', () => {
  const overhead = 14 + 4
  expect(encodeCall(header, [new Uint8Array(16_777_216 - overhead)])).toHaveLength(16_777_232)
  expect(() => encodeCall(header, [new Uint8Array(16_777_217 - overhead)])).toThrow(
    expect.objectContaining({ name: 'ConfigurationError', path: 'payload' }),
  )
})

test('refuses an invalid header before anything is encoded', () => {
  expect(() => encodeCall({ ...header, apiCallId: 2n ** 63n })).toThrow(
    expect.objectContaining({ name: 'ConfigurationError', path: 'MsgHeader.apiCallId' }),
  )
})
