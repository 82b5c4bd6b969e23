// #region shown

import { connect } from 'node:net'
import { decodeFrame, encodeCall, FrameDecoder } from '@x/linstor-wire'
import { decodeMsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'

const socket = connect(3376, 'controller').on('error', (error) => console.error(error.message))
const decoder = new FrameDecoder()
socket.on('data', (chunk) =>
  decoder.push(chunk, ({ payload }) => {
    const frame = decodeFrame(payload)
    if (frame?.header.msgContent === 'LstNode') console.log(decodeMsgLstNode(frame.messages[0]!).nodes)
  }),
)
socket.write(encodeCall({ msgType: 1, apiCallId: 1n, msgContent: 'LstNode' }))
// #endregion
