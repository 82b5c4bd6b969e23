import { expect, test } from 'vitest'
import { camelKeys } from './camelKeys.ts'
import { requestDifferences } from './requestDifferences.ts'
import { valueDifferences } from './valueDifferences.ts'

test('equal values have no difference, others say where', () => {
  expect(valueDifferences({ a: [1, { b: 2n }], c: null }, { a: [1, { b: 2 }] })).toEqual([])
  expect(valueDifferences({ a: [1, { b: '2' }] }, { a: [1, { b: 2 }] })).toEqual(['value.a.1.b is "2", expected 2'])
  expect(valueDifferences([1], { 0: 1 })).toHaveLength(1)
  expect(valueDifferences({ a: 1, more: 2 }, { a: 1 })).toEqual(['value.more is 2, expected undefined'])
})

test('ids alone may arrive as text', () => {
  const comparison = { idNames: /^(?:id|volumes)$/ }
  expect(valueDifferences({ id: '7', volumes: ['8'] }, { id: 7, volumes: [8] }, 'value', comparison)).toEqual([])
  expect(valueDifferences({ size: '7' }, { size: 7 }, 'value', comparison)).toHaveLength(1)
  expect(valueDifferences({ id: '07' }, { id: 7 }, 'value', comparison)).toHaveLength(1)
})

test('requests differ in method, path, query, headers and body', () => {
  const expected = {
    method: 'GET',
    path: '/a/b%20c',
    query: [['x', null]] as [string, null][],
    headers: { t: '1' },
    json: { a: 1 },
  }
  const compare = (changes: object) => requestDifferences({ ...expected, ...changes }, expected, { header: /^t$/ })
  expect(compare({ path: '/a/b c', headers: { t: '1', other: '2' } })).toEqual([])
  for (const changes of [
    { method: 'PUT' },
    { path: '/a/b/c' },
    { query: [['x', '']] },
    { headers: {} },
    { json: { a: 2 } },
  ]) {
    expect(compare(changes)).not.toEqual([])
  }
  expect(requestDifferences(undefined, expected, { header: /t/ })).toEqual(['GET /a/b%20c was not sent'])
})

test('arguments of Python become parameters', () => {
  expect(camelKeys({ server_id: 1, '**metadata': { a_b: 2 }, none: null })).toEqual({
    serverId: 1,
    metadata: { a_b: 2 },
  })
})
