// Run as packed by every runtime and by a browser: a call is encoded, cut out of a stream of single bytes and decoded.
import { isProtocolError } from '@x/core-errors'
import { decodeFrame, encodeCall, FrameDecoder, isError } from '@x/linstor-wire'
import { FAIL_EXISTS_RSC } from '@x/linstor-wire/constants'
import { decodeMsgLstNode, encodeMsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'

const nodes = Array.from({ length: 100 }, (_, index) => ({ name: `nöde-😀-${index}`, type: 'Satellite' }))
const content = encodeMsgLstNode({ nodes }).finish()
const frame = encodeCall({ msgType: 1, apiCallId: 2n ** 62n, msgContent: 'LstNode' }, [content])
const names: string[] = []
const decoder = new FrameDecoder()
for (const byte of frame) {
  decoder.push(Uint8Array.of(byte), ({ payload }) => {
    const decoded = decodeFrame(payload)
    if (decoded?.header.apiCallId !== 2n ** 62n) throw new Error('the header lost digits')
    names.push(...decodeMsgLstNode(decoded.messages[0]!).nodes.map(({ name }) => name))
  })
}
if (names.join() !== nodes.map(({ name }) => name).join()) throw new Error(`decoded ${names.join()}`)
if (!isError(FAIL_EXISTS_RSC)) throw new Error('a failure is no error')

try {
  decodeMsgLstNode(content.subarray(0, 10))
  throw new Error('a message that is cut off was decoded')
} catch (error) {
  if (!isProtocolError(error)) throw error
}
console.log('done')
