import { expect, test } from 'vitest'
import {
  apiCallResponseFromJson,
  expectList,
  expectSuccess,
  filterApiCallResponse,
  isLinstorApiError,
  nodeTypes,
  propertiesOf,
  returnIfError,
  returnIfFailure,
} from '../src/index.js'

const success = apiCallResponseFromJson({ ret_code: 1, message: 'good' })
const warning = apiCallResponseFromJson({ ret_code: '9223372036854776810', message: 'odd' })
const error = apiCallResponseFromJson({ ret_code: '-4611686018407202314', message: 'bad', details: 'why' })

test('returnIfFailure and returnIfError answer the outcomes, or nothing', () => {
  expect([returnIfFailure([success]), returnIfFailure([])]).toEqual([undefined, undefined])
  expect(returnIfFailure([success, warning])).toEqual([success, warning])
  expect([returnIfError([success, warning]), returnIfError([])]).toEqual([undefined, undefined])
  expect(returnIfError([success, error])).toEqual([success, error])
})

test('filterApiCallResponse keeps the outcomes of a list call', () => {
  expect(
    filterApiCallResponse([
      { kind: 'reply', reply: warning },
      { kind: 'list', list: {} },
    ]),
  ).toEqual([warning])
})

test('expectSuccess lets warnings pass, and throws errors and nothing at all with all outcomes', () => {
  expect(expectSuccess([success, warning])).toEqual([success, warning])
  expect(() => expectSuccess([warning, error], 'nodeCreate')).toThrow(expect.toSatisfy(isLinstorApiError))
  expect(() => expectSuccess([warning, error], 'nodeCreate')).toThrow('nodeCreate: bad (FAIL_EXISTS_RSC)')
  expect(() => expectSuccess([warning, error])).toThrow(
    expect.objectContaining({ replies: [warning, error], code: 'FAIL_EXISTS_RSC' }),
  )
  expect(() => expectSuccess([], 'nodeCreate')).toThrow('nodeCreate: no result')
})

test('expectList throws when there is no list, and when an error stands beside it', () => {
  const list = { kind: 'list' as const, list: 1 }
  expect(expectList([{ kind: 'reply', reply: warning }, list])).toBe(1)
  expect(() => expectList([list, { kind: 'reply', reply: error }], 'volumeList')).toThrow('volumeList: bad')
  expect(() => expectList([], 'nodeList')).toThrow('nodeList: no result')
})

test('nodeTypes are in the order of the Python library', () => {
  expect(nodeTypes).toEqual(['Controller', 'Auxiliary', 'Combined', 'Satellite'])
})

test('propertiesOf makes an object of entries, odd keys included', () => {
  const properties = propertiesOf([
    { key: '__proto__', value: 'a' },
    { key: 'k', value: '1' },
    { key: 'k', value: '2' },
  ])
  expect(Object.entries(properties)).toEqual([
    ['__proto__', 'a'],
    ['k', '2'],
  ])
})
