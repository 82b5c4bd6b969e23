import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import { openRawConnection } from './openRawConnection.js'

test('introduces itself, answers a ping and lists what it was given', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }], unreachable: ['ALPHA'] })
  await using connection = await openRawConnection(fake.uri)
  expect(connection.frames[0]?.header).toMatchObject({ msgType: 0, msgContent: 'Version' })
  expect(await connection.call('Ping')).toEqual({
    contents: ['Pong', 'EndOfImmediateAnswers', 'COMPLETE'],
    messages: [],
  })
  const { messages } = await connection.call('LstNode')
  expect(messages).toMatchObject([{ nodes: [{ name: 'alpha', type: 'SATELLITE', connectionStatus: 0 }] }])
  expect(fake.requests.map(({ call }) => call)).toEqual(['Ping', 'LstNode'])
})
