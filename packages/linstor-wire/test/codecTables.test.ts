import { expect, test } from 'vitest'
import * as v2 from '../src/codecs/v2.js'
import * as v3 from '../src/codecs/v3.js'
import { decodeMsgCrtRsc } from '../src/messages/MsgCrtRsc.js'
import { decodeMsgLstRsc } from '../src/messages/MsgLstRsc.js'
import { decodeMsgCrtRsc as decodeMsgCrtRscV2 } from '../src/messages/v2/MsgCrtRsc.js'

test('each API version has the codecs that it speaks', () => {
  expect(v3.requestCodecs.CrtRsc.decode).toBe(decodeMsgCrtRsc)
  expect(v2.requestCodecs.CrtRsc.decode).toBe(decodeMsgCrtRscV2)
  expect(v3.answerCodecs.LstVlm.decode).toBe(decodeMsgLstRsc)
  expect(v2.answerCodecs.LstVlm.decode).toBe(decodeMsgLstRsc)
})

test('calls that API version 2 does not have are not in its table', () => {
  const added = Object.keys(v3.requestCodecs).filter((name) => !(name in v2.requestCodecs))
  expect(added.sort()).toEqual([
    'DisableDrbdProxy',
    'EnableDrbdProxy',
    'ModifyDrbdProxy',
    'NodeReconnect',
    'ReqRscConnList',
    'RollbackSnapshot',
  ])
})

test('a call or an answer without message is there, without codec', () => {
  expect(v3.requestCodecs).toHaveProperty('Ping', undefined)
  expect(v3.answerCodecs).toHaveProperty('EndOfImmediateAnswers', undefined)
})

test('every entry names the message that it codes', () => {
  for (const codec of Object.values(v3.requestCodecs)) {
    if (codec !== undefined)
      expect([codec.encode.name, codec.decode.name]).toEqual([`encode${codec.name}`, `decode${codec.name}`])
  }
})
