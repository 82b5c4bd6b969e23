import { expect, test } from 'vitest'
import { etagOfJson } from './etagOfJson.js'
import { goJson } from './goJson.js'

test('keys are sorted by bytes, and what Go escapes is escaped', () => {
  const value = ['n', { b: '<&>', a: '\u2028\u2029', ä: '\b\f\n\r\t"\\', A: '\u0001' }]
  expect(goJson(value)).toBe(
    '["n",{"A":"\\u0001","a":"\\u2028\\u2029","b":"\\u003c\\u0026\\u003e","ä":"\\u0008\\u000c\\n\\r\\t\\"\\\\"}]',
  )
})

test('characters beyond the first plane sort after all others, as their bytes do', () => {
  expect(goJson({ '\uffff': '1', '😀': '2' })).toBe('{"\uffff":"1","😀":"2"}')
})

// As a daemon sent it for a volume of this name and configuration.
test('the ETag is the one that LXD 5.0.2 gave', () => {
  expect(etagOfJson(['..', 'custom', {}])).toBe('"bbcb685982d19216b2ced0b102126e28aa330f0523dea1f8972ae75bfccc41db"')
})
