import { eventCodecs } from '@x/linstor-wire/codecs/v2'
import { decodeMsgEvent } from '@x/linstor-wire/messages/MsgEvent'
import { expect, test } from 'vitest'
import { createFakeLinstor, type FakeLinstorOptions } from '../../src/testing/index.js'
import { cluster } from './cluster.js'
import { openRawConnection, type RawConnection } from './openRawConnection.js'

const deployed: FakeLinstorOptions = {
  ...cluster,
  resources: ['alpha', 'bravo'].map((node) => ({ node, name: 'Web', storagePool: 'lvmpool' })),
}

const eventsOf = ({ frames }: RawConnection) =>
  frames
    .filter(({ header }) => header.msgContent === 'Event')
    .map(({ messages: [event, value] }) => {
      const decoded = decodeMsgEvent(event ?? new Uint8Array(0))
      const codec = eventCodecs[decoded.eventName as keyof typeof eventCodecs]
      return { ...decoded, value: value && codec.decode(value) }
    })

test('a watch of one volume hears of it alone', async () => {
  await using fake = await createFakeLinstor(deployed)
  await using connection = await openRawConnection(fake.uri)
  const filter = { resourceName: 'web', nodeName: 'ALPHA', filterByVolumeNumber: true, volumeNumber: 0 }
  await connection.call('CrtWatch', { watchId: 1, ...filter })
  fake.setDiskState('alpha', 'web', 0, 'Failed')
  fake.setDiskState('bravo', 'web', 0, 'Failed')
  fake.setInUse('alpha', 'web', true)
  await connection.call('Ping')
  expect(eventsOf(connection)).toMatchObject([
    { eventName: 'VlmDiskState', nodeName: 'alpha', volumeNumber: 0, value: { diskState: 'UpToDate' } },
    { eventName: 'VlmDiskState', nodeName: 'alpha', volumeNumber: 0, value: { diskState: 'Failed' } },
  ])
})

test('a watch by event name hears of nothing else, and of nothing once it is deleted', async () => {
  await using fake = await createFakeLinstor(deployed)
  await using connection = await openRawConnection(fake.uri)
  await connection.call('CrtWatch', { watchId: 3, eventName: 'ResourceState' })
  fake.setInUse('alpha', 'web', true)
  await connection.call('DelWatch', { watchId: 3 })
  fake.setInUse('alpha', 'web', false)
  await connection.call('Ping')
  expect(eventsOf(connection).map(({ nodeName, value }) => [nodeName, value])).toMatchObject([
    ['alpha', { inUse: false }],
    ['bravo', { inUse: false }],
    ['alpha', { inUse: true }],
  ])
})

test('a second watch of the same id hears everything again, and can not be deleted', async () => {
  await using fake = await createFakeLinstor(deployed)
  await using connection = await openRawConnection(fake.uri)
  const watch = { watchId: 1, eventName: 'VlmDiskState', nodeName: 'alpha' }
  await connection.call('CrtWatch', watch)
  await connection.call('CrtWatch', watch)
  expect(eventsOf(connection)).toHaveLength(2)
  await connection.call('DelWatch', { watchId: 1 })
  await connection.call('DelWatch', { watchId: 1 })
  fake.setDiskState('alpha', 'web', 0, 'Failed')
  await connection.call('Ping')
  expect(eventsOf(connection)).toHaveLength(3)
})

test('streams end with the connection to a satellite and begin again with it', async () => {
  await using fake = await createFakeLinstor(deployed)
  await using connection = await openRawConnection(fake.uri)
  await connection.call('CrtWatch', { watchId: 1, eventName: 'VlmDiskState', nodeName: 'bravo' })
  fake.setSatellite('bravo', 'offline')
  fake.setSatellite('bravo', 'online')
  await connection.call('Ping')
  expect(eventsOf(connection).map(({ eventAction, value }) => [eventAction, value])).toMatchObject([
    ['Value', { diskState: 'UpToDate' }],
    ['CloseNoConnection', undefined],
    ['Value', { diskState: 'UpToDate' }],
  ])
})

test.each([
  { filter: { resourceName: '1' } },
  { filter: { nodeName: '!' } },
  { filter: { filterByVolumeNumber: true, volumeNumber: 0 } },
  { filter: { eventName: 'Unheard' } },
  { filter: { snapshotName: '1' } },
])('a watch of $filter is refused', async ({ filter }) => {
  await using fake = await createFakeLinstor(deployed)
  await using connection = await openRawConnection(fake.uri)
  const { messages } = await connection.call('CrtWatch', { watchId: 1, ...filter })
  expect((messages[0] as { retCode: bigint }).retCode >> 62n).toBe(3n)
  expect(eventsOf(connection)).toEqual([])
})

test('in API version 3 there are two events, and the states say whether the data is current', async () => {
  await using fake = await createFakeLinstor({ ...deployed, apiVersion: 3 })
  await using connection = await openRawConnection(fake.uri, { apiVersion: 3 })
  await connection.call('CrtWatch', { watchId: 1, nodeName: 'alpha' })
  await connection.call('Ping')
  expect(eventsOf(connection).map(({ eventName }) => eventName)).toEqual(['VlmDiskState', 'ResourceState'])
  const refused = await connection.call('CrtWatch', { watchId: 2, eventName: 'ResourceDefinitionReady' })
  expect(refused.messages).toMatchObject([{ message: expect.stringContaining('Unknown event') }])
})
