import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { checkCalls } from './checkCalls.ts'
import { Tables } from './Tables.ts'

const { api, types } = new Tables(resolve(import.meta.dirname, '../../../..'))

test('the table is accepted', () => {
  expect(() => checkCalls(api.calls, types)).not.toThrow()
})

test.each([
  ['an unknown member', { colour: 'red' }, 'calls have no «colour»'],
  ['no description', { doc: undefined }, '«doc» is missing'],
  ['another verb', { verb: 'FETCH' }, 'the verb is FETCH, not GET or POST'],
  ['an argument that the path lacks', { path: 'DiskDescribe' }, 'the path names [], «arguments» has [diskId]'],
  ['an unknown type in its answer', { returns: 'list<NoType>' }, 'types.json has no type NoType'],
  ['an unknown type in its path', { arguments: { diskId: 'NoType' } }, 'types.json has no type NoType'],
])('a call with %s is refused', (_, change, reason) => {
  const calls = { diskDescribe: Object.assign({ ...api.calls['diskDescribe']! }, change) }
  expect(() => checkCalls(calls, types)).toThrow(`api.json, diskDescribe: ${reason}`)
})
