import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, expectTypeOf, test } from 'vitest'
import * as constants from '../src/constants/index.js'

interface Row {
  name: string
  value: string | number
  type: string
}

const table = JSON.parse(readFileSync(resolve(import.meta.dirname, '../spec/constants.json'), 'utf8')) as {
  constants: Row[]
}

test('every constant of the table is an export with its value', () => {
  const expected = table.constants.map(({ name, value, type }) => [name, type === 'uint64' ? BigInt(value) : value])
  expect(Object.fromEntries(expected)).toEqual({ ...constants, storageDrivers: undefined })
  expect(expected).toHaveLength(390)
})

test('pitfall 59: unions of names complete the known ones and take others', () => {
  expectTypeOf<'ResourceState'>().toExtend<constants.EventName>()
  expectTypeOf<'SomethingNew'>().toExtend<constants.EventName>()
  expectTypeOf<5>().not.toExtend<constants.EventName>()
  const flag: constants.Flag = constants.FLAG_DISKLESS
  expect(flag).toBe('DISKLESS')
})
