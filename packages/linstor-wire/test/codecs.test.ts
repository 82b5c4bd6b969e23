import { expect, test } from 'vitest'
import { unknownFields } from '../src/index.js'
import { decodeFilter, encodeFilter } from '../src/messages/Filter.js'
import { decodeMsgApiCallResponse, encodeMsgApiCallResponse } from '../src/messages/MsgApiCallResponse.js'
import { encodeMsgCrtRsc } from '../src/messages/MsgCrtRsc.js'
import { encodeMsgCrtWatch } from '../src/messages/MsgCrtWatch.js'
import { decodeMsgDelNode, encodeMsgDelNode } from '../src/messages/MsgDelNode.js'
import { decodeMsgErrorReport, encodeMsgErrorReport } from '../src/messages/MsgErrorReport.js'
import { decodeMsgHeader, encodeMsgHeader } from '../src/messages/MsgHeader.js'
import { decodeMsgLstRsc, encodeMsgLstRsc } from '../src/messages/MsgLstRsc.js'
import { encodeMsgModNode } from '../src/messages/MsgModNode.js'
import { encodeMsgModVlmDfn } from '../src/messages/MsgModVlmDfn.js'
import { decodeMsgRspMaxVlmSizes, encodeMsgRspMaxVlmSizes } from '../src/messages/MsgRspMaxVlmSizes.js'
import { decodeMsgSetCtrlCfgProp, encodeMsgSetCtrlCfgProp } from '../src/messages/MsgSetCtrlCfgProp.js'
import { encodeMsgSignIn } from '../src/messages/MsgSignIn.js'
import { decodeNetInterface } from '../src/messages/NetInterface.js'
import { decodeNode, encodeNode } from '../src/messages/Node.js'
import { encodeRsc } from '../src/messages/Rsc.js'
import { decodeStorPool } from '../src/messages/StorPool.js'
import { encodeStorPoolFreeSpace } from '../src/messages/StorPoolFreeSpace.js'
import { decodeVlmDfn, encodeVlmDfn } from '../src/messages/VlmDfn.js'
import { encodeVlmState } from '../src/messages/VlmState.js'
import { encodeMsgCrtRsc as encodeMsgCrtRscV2 } from '../src/messages/v2/MsgCrtRsc.js'
import { decodeMsgRspMaxVlmSizes as decodeMsgRspMaxVlmSizesV2 } from '../src/messages/v2/MsgRspMaxVlmSizes.js'

const hex = (writer: { finish(): Uint8Array }): string => Buffer.from(writer.finish()).toString('hex')
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex')
const protocolError = (path: string) => expect.objectContaining({ name: 'ProtocolError', path })
const configurationError = (path: string) => expect.objectContaining({ name: 'ConfigurationError', path })

test('pitfall 37: a property is encoded once', () => {
  const overrideProps = [{ key: 'Aux/a', value: '1' }]
  expect(hex(encodeMsgModNode({ nodeName: 'n', overrideProps }))).toBe('12016e220a0a054175782f61120131')
})

test('pitfall 40: zero is written, absent is not', () => {
  expect(hex(encodeVlmDfn({ vlmNr: 0, vlmSize: 0n, vlmMinor: 0 }))).toBe('100018002000')
  expect(hex(encodeVlmDfn({ vlmSize: 1n }))).toBe('1801')
  expect(hex(encodeRsc({ name: 'r', nodeName: 'n', nodeId: 0 }))).toBe('12017222016e4800')
  expect(decodeVlmDfn(bytes('100018002000'))).toMatchObject({ vlmNr: 0, vlmSize: 0n, vlmMinor: 0 })
  expect(decodeVlmDfn(bytes('1801'))).toMatchObject({ vlmNr: undefined, vlmSize: 1n, vlmMinor: undefined })
})

test('pitfall 40: an empty text and false are written, absent ones are not', () => {
  expect(hex(encodeMsgSetCtrlCfgProp({ key: '', value: '', namespace: '' }))).toBe('0a0012001a00')
  expect(decodeMsgSetCtrlCfgProp(bytes('0a001200'))).toEqual({ key: '', value: '', namespace: undefined })
  expect(hex(encodeMsgCrtWatch({ watchId: 1, filterByVolumeNumber: false }))).toBe('08012800')
})

test('pitfall 44: each kind of integer has its own bytes', () => {
  expect(hex(encodeVlmState({ vlmNr: 1 }))).toBe('0802') // sint32
  expect(hex(encodeVlmState({ vlmNr: -1 }))).toBe('0801')
  expect(hex(encodeVlmState({ vlmNr: 2_147_483_647 }))).toBe('08feffffff0f')
  expect(hex(encodeVlmState({ vlmNr: -2_147_483_648 }))).toBe('08ffffffff0f')
  expect(hex(encodeRsc({ name: '', nodeName: '', nodeId: 1 }))).toBe('120022004801') // int32
  expect(hex(encodeRsc({ name: '', nodeName: '', nodeId: -1 }))).toBe('1200220048ffffffffffffffffff01')
  expect(hex(encodeMsgCrtWatch({ watchId: 150, volumeNumber: 3 }))).toBe('0896013006') // int32 and sint32
  expect(hex(encodeMsgModVlmDfn({ rscName: '', vlmNr: 1, vlmSize: 10240n }))).toBe('12001802288050') // int64
  const candidates = [{ storPoolDfn: { storPoolName: '' }, maxVlmSize: 1n }]
  expect(hex(encodeMsgRspMaxVlmSizes({ candidates }))).toBe('0a060a0212001002') // sint64
})

test('pitfall 45: 64-bit numbers keep every digit', () => {
  const largest = 2n ** 64n - 1n
  const response = { retCode: largest, message: '' }
  expect(decodeMsgApiCallResponse(encodeMsgApiCallResponse(response).finish()).retCode).toBe(largest)
  for (const apiCallId of [-(2n ** 63n), -1n, 0n, 127n, 128n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n - 1n]) {
    expect(decodeMsgHeader(encodeMsgHeader({ apiCallId }).finish()).apiCallId).toBe(apiCallId)
  }
  for (const maxVlmSize of [-(2n ** 63n), -1n, 0n, 1n, 2n ** 53n + 1n, 2n ** 63n - 1n]) {
    const message = { candidates: [{ storPoolDfn: { storPoolName: 'p' }, maxVlmSize }] }
    const { candidates } = decodeMsgRspMaxVlmSizes(encodeMsgRspMaxVlmSizes(message).finish())
    expect(candidates[0]?.maxVlmSize).toBe(maxVlmSize)
  }
})

test('pitfall 45: an error code takes ten bytes', () => {
  expect(hex(encodeMsgApiCallResponse({ retCode: 0xc0000000013401f6n, message: '' }))).toBe(
    '08f683d08980808080c0011a00',
  )
})

test('pitfall 45: what is declared as a number is refused rather than rounded', () => {
  const report = { nodeNames: 'n', errorTime: Number.MAX_SAFE_INTEGER, filename: 'f' }
  expect(decodeMsgErrorReport(encodeMsgErrorReport(report).finish()).errorTime).toBe(Number.MAX_SAFE_INTEGER)
  expect(() => encodeMsgErrorReport({ ...report, errorTime: 2 ** 53 })).toThrow(
    configurationError('MsgErrorReport.errorTime'),
  )
  expect(() => decodeMsgErrorReport(bytes('0a016e1080808080808080101a0166'))).toThrow(
    protocolError('MsgErrorReport.errorTime'),
  )
})

test('pitfall 50: what a controller does not know is undefined, not 0', () => {
  expect(decodeStorPool(bytes('1a016e2a01703200'))).toEqual({
    storPoolUuid: undefined,
    nodeUuid: undefined,
    nodeName: 'n',
    storPoolDfnUuid: undefined,
    storPoolName: 'p',
    driver: '',
    props: [],
    vlms: [],
    staticTraits: [],
    freeSpace: undefined,
    freeSpaceMgrName: undefined,
  })
})

test('pitfall 51: lengths count bytes of UTF-8, not characters', () => {
  const name = 'ä€😀'
  expect(hex(encodeMsgDelNode({ nodeName: name }))).toBe('1209c3a4e282acf09f9880')
  for (const nodeName of [
    name,
    name.repeat(5),
    name.repeat(50),
    'é'.repeat(42),
    'é'.repeat(43),
    '\ufeffx',
    'a\ufffdb',
  ]) {
    expect(decodeMsgDelNode(encodeMsgDelNode({ nodeName }).finish()).nodeName).toBe(nodeName)
  }
})

test('pitfall 51: a text without a UTF-8 form is refused before it is sent', () => {
  for (const nodeName of ['\ud800', 'node-\udc00-x', `${'x'.repeat(100)}\ud83d`]) {
    expect(() => encodeMsgDelNode({ nodeName })).toThrow(configurationError('MsgDelNode.nodeName'))
  }
})

test('a string that is not UTF-8 is refused, and the next message is read right', () => {
  for (const text of ['ff', 'c3', 'eda080', 'f0808080', `${'41'.repeat(70)}80`]) {
    const message = Buffer.concat([bytes('12'), Uint8Array.of(text.length / 2), bytes(text)])
    expect(() => decodeMsgDelNode(message)).toThrow(protocolError('MsgDelNode.nodeName'))
    expect(decodeMsgDelNode(bytes('120161')).nodeName).toBe('a')
  }
})

test('in a long list as well, where short texts are remembered', () => {
  const nodeNames = ['ä', 'é', 'ok', 'ok', ...Array.from({ length: 900 }, (_, index) => `node-${index % 40}`)]
  const encoded = encodeFilter({ nodeNames }).finish()
  expect(encoded.length).toBeGreaterThan(2048)
  expect(decodeFilter(encoded).nodeNames).toEqual(nodeNames)
  // The single byte e9 is the character of 'é', and no UTF-8.
  expect(() => decodeFilter(Buffer.concat([encoded, bytes('0a01e9')]))).toThrow(protocolError('Filter.nodeNames[904]'))
  expect(() => decodeFilter(Buffer.concat([encoded, bytes('0a02e9')]))).toThrow(protocolError('Filter.nodeNames[904]'))
})

test('pitfall 55: where API versions use one field differently, each has a module of its own', () => {
  const rsc = { name: 'r', nodeName: 'n' }
  expect(hex(encodeMsgCrtRscV2({ rsc }))).toBe(hex(encodeMsgCrtRsc({ rscs: [rsc] })))
  expect(hex(encodeMsgCrtRscV2({ rsc: { ...rsc, nodeId: 0 }, overrideNodeId: true }))).toBe('0a0812017222016e48001001')
  expect(hex(encodeMsgCrtRsc({ rscs: [{ ...rsc, nodeId: 0, overrideNodeId: true }] }))).toBe('0a0a12017222016e48005001')
  const candidate = bytes('0a050a01701002')
  expect(decodeMsgRspMaxVlmSizesV2(candidate).candidates).toEqual([
    { storPoolName: 'p', maxVlmSize: 1n, nodeNames: [], allThin: undefined },
  ])
  expect(() => decodeMsgRspMaxVlmSizes(candidate)).toThrow(
    protocolError('MsgRspMaxVlmSizes.candidates[0].storPoolDfn.#14'),
  )
})

test('a required field is missing: both ways the error names it, with the way to it', () => {
  expect(() => decodeMsgDelNode(bytes('0a0161'))).toThrow(protocolError('MsgDelNode.nodeName'))
  const path = 'MsgLstRsc.resources[1].vlms[0].vlmNr'
  const resources = [{ name: 'a', nodeName: 'b' }]
  const incomplete = { name: 'c', nodeName: 'd', vlms: [{ backingDisk: 'x' }] }
  expect(() => encodeMsgLstRsc({ resources: [...resources, incomplete] })).toThrow(configurationError(path))
  const encoded = bytes('0a06120161220162' + '0a0b' + '120163220164' + '4203' + '2a0178')
  expect(() => decodeMsgLstRsc(encoded)).toThrow(protocolError(path))
  expect(() => decodeMsgLstRsc(encoded)).toThrow(`${path} is malformed: required field is missing`)
})

test('unknown fields are kept, hidden from JSON, and encoded again', () => {
  const encoded = bytes('12066e6f626f6479a00601' + 'aa06036e6577')
  const message = decodeMsgDelNode(encoded)
  expect(Buffer.from(message[unknownFields]!).toString('hex')).toBe('a00601aa06036e6577')
  expect(JSON.stringify(message)).toBe('{"nodeName":"nobody"}')
  expect(hex(encodeMsgDelNode(message))).toBe(Buffer.from(encoded).toString('hex'))
  expect(hex(encodeMsgDelNode({ ...message, nodeName: 'x' }))).toBe('120178a00601aa06036e6577')
  expect(Object.getOwnPropertySymbols(decodeMsgDelNode(bytes('120178')))).toEqual([])
})

test('unknown fields of nested messages and between known ones are kept', () => {
  const encoded = bytes(
    '0a0161' + '7a0158' + '120162' + '1a0163' + '7d01020304' + '79' + '0102030405060708' + '7b08017c',
  )
  const message = decodeNode(encoded)
  expect(message).toMatchObject({ uuid: 'a', name: 'b', type: 'c' })
  expect(Buffer.from(message[unknownFields]!).toString('hex')).toBe('7a01587d010203047901020304050607087b08017c')
})

test('a known field of another wire type is an unknown field', () => {
  const message = decodeNetInterface(bytes('12016e1a0161' + '22020102'))
  expect(message.stltPort).toBeUndefined()
  expect(message[unknownFields]).toHaveLength(4)
})

test('unknown fields that are not bytes are refused', () => {
  const message = { nodeName: 'n', [unknownFields]: 'x' as never }
  expect(() => encodeMsgDelNode(message)).toThrow(configurationError('MsgDelNode'))
})

test('an enum keeps numbers that it does not know', () => {
  const message = decodeNode(encodeNode({ name: 'n', type: 't', connectionStatus: 42 }).finish())
  expect(message.connectionStatus).toBe(42)
})

test('of a field that comes twice the last one counts', () => {
  expect(decodeMsgDelNode(bytes('120161120162')).nodeName).toBe('b')
})

test.each([
  ['the tag', '80'],
  ['a number', '0880'],
  ['the length of a text', '120a'],
  ['a text', '12036161'],
])('data that ends within %s is refused', (_, encoded) => {
  expect(() => decodeNode(bytes(encoded))).toThrow(expect.objectContaining({ name: 'ProtocolError' }))
})

test.each([
  ['a nested message longer than the data', '0a7f', 'MsgLstRsc.resources[0]'],
  ['a nested field longer than its message', '0a0312036161610a0101', 'MsgLstRsc.resources[0].name'],
  ['field number 0', '0000', 'MsgLstRsc.#0'],
  ['an end of a group that has not begun', '0c', 'MsgLstRsc.resources[0]'],
  ['a wire type that does not exist', '0f', 'MsgLstRsc.resources[0]'],
])('%s is refused', (_, encoded, path) => {
  expect(() => decodeMsgLstRsc(bytes(encoded))).toThrow(protocolError(path))
})

test('a number of more than ten bytes is refused', () => {
  expect(() => decodeMsgHeader(bytes(`10${'ff'.repeat(10)}01`))).toThrow(protocolError('MsgHeader.apiCallId'))
})

test('groups nested without end do not exhaust the stack', () => {
  expect(() => decodeMsgDelNode(Buffer.alloc(100_000, 0x7b))).toThrow(
    expect.objectContaining({ name: 'ProtocolError' }),
  )
})

test('values that do not fit their field are refused, and not shown', () => {
  const refused: [unknown, string][] = [
    [{ name: 'a', type: 'b', uuid: 5 }, 'Node.uuid'],
    [{ name: null, type: 'b' }, 'Node.name'],
    [{ name: 'a', type: 'b', connectionStatus: 1.5 }, 'Node.connectionStatus'],
    [{ name: 'a', type: 'b', connectionStatus: 2 ** 31 }, 'Node.connectionStatus'],
    [{ name: 'a', type: 'b', connectionStatus: '1' }, 'Node.connectionStatus'],
    [{ name: 'a', type: 'b', flags: 'DELETE' }, 'Node.flags'],
    [{ name: 'a', type: 'b', flags: ['x', 7] }, 'Node.flags[1]'],
    [{ name: 'a', type: 'b', props: {} }, 'Node.props'],
    [{ name: 'a', type: 'b', props: [{ key: 'k', value: true }] }, 'Node.props[0].value'],
    [{ name: 'a', type: 'b', props: [undefined] }, 'Node.props[0]'],
    [undefined, 'Node'],
    [null, 'Node'],
  ]
  for (const [message, path] of refused) expect(() => encodeNode(message as never)).toThrow(configurationError(path))
  const space = { storPoolUuid: '', storPoolName: '', freeCapacity: 0n, totalCapacity: 0n }
  for (const freeCapacity of [-1n, 2n ** 64n, 5, '5']) {
    expect(() => encodeStorPoolFreeSpace({ ...space, freeCapacity } as never)).toThrow(
      configurationError('StorPoolFreeSpace.freeCapacity'),
    )
  }
  expect(() => encodeMsgSignIn({ idName: 'a', password: 12345678 } as never)).toThrow(
    expect.objectContaining({ message: 'MsgSignIn.password must be a string' }),
  )
})
