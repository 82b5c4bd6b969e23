import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { storageVolume } from '../../schemas/StorageVolume.js'
import { timestamp } from './timestamp.js'

const volume = {
  name: 'v',
  type: 'custom',
  config: { a: '1' },
  description: '',
  used_by: [],
  location: 'none',
  content_type: 'filesystem',
  project: 'default',
  created_at: '0001-01-01T00:00:00Z',
}

test('null lists and maps read as empty, and missing ones too', () => {
  expect(z.parse(storageVolume, { ...volume, used_by: null, config: null })).toMatchObject({ used_by: [], config: {} })
  const { used_by: _, ...without } = volume
  expect(z.parse(storageVolume, without).used_by).toEqual([])
})

test('what older servers do not know stays missing', () => {
  expect(z.parse(storageVolume, volume)).not.toHaveProperty('access_entitlements')
  expect(z.parse(storageVolume, { ...volume, access_entitlements: null }).access_entitlements).toEqual([])
})

test('unknown fields survive', () => {
  expect(z.parse(storageVolume, { ...volume, invented: { deep: [1] } })).toMatchObject({ invented: { deep: [1] } })
})

test.each([
  ['0001-01-01T00:00:00Z', undefined],
  ['1970-01-01T00:00:00Z', undefined],
  [null, undefined],
  [undefined, undefined],
  ['2026-11-21T00:36:41.346181686Z', '2026-11-21T00:36:41.346181686Z'],
])('the time %s reads as %s, with its nanoseconds', (text, time) => {
  expect(z.parse(timestamp, text)).toBe(time)
})
