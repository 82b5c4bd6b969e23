import { isConfigurationError } from '@x/core-errors'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SizeCalc } from './SizeCalc.js'
import type { SizeUnit } from './sizeUnits.js'

test.each([
  ['10M', 'B', 10_485_760n],
  ['10MB', 'B', 10_000_000n],
  ['3Gib', 'KiB', 3_145_728n],
  ['128', 'B', 128n],
  ['10 MiB', 'KiB', 10_240n],
  ['007k', 'B', 7_168n],
  ['1KB', 'B', 1_000n],
  ['2p', 'TiB', 2_048n],
] as const)('reads %s as %s', (text, unit, expected) => {
  expect(SizeCalc.autoConvert(text, unit)).toBe(expected)
})

test.each(['', ' 10M', '-5', '10MiB ', '1.5G', '10M5', '10X', '10E', 'K', '10 M iB', '1_000', 'toString'])(
  'refuses %j',
  (text) => {
    expect(() => SizeCalc.parseUnit(text)).toThrow(expect.toSatisfy(isConfigurationError))
  },
)

test('rounds down or up, as asked', () => {
  expect(SizeCalc.convert(100, 'MB', 'KiB')).toBe(97_656n)
  expect(SizeCalc.convertRoundUp(100, 'MB', 'KiB')).toBe(97_657n)
})

test('knows every unit, its size and its code', () => {
  expect(SizeCalc.units.size).toBe(17)
  expect(SizeCalc.units.get('KiB')).toEqual({ bytes: 1024n, code: 0x020a })
  expect(SizeCalc.units.get('kB')).toEqual({ bytes: 1000n, code: 0x0a03 })
  expect(SizeCalc.units.get('YiB')?.bytes).toBe(1_208_925_819_614_629_174_706_176n)
})

test('refuses sizes that have lost digits, and units that do not exist', () => {
  for (const size of [2 ** 53, 1.5, -1, Number.NaN])
    expect(() => SizeCalc.convert(size, 'B', 'KiB')).toThrow('lost no digits')
  expect(() => SizeCalc.convert(1, 'B', 'XB' as SizeUnit)).toThrow('no unit "XB"')
  expect(() => SizeCalc.convert(1, 'toString' as SizeUnit, 'B')).toThrow('no unit "toString"')
})

const anyUnit = fc.constantFrom(...SizeCalc.units.keys())

test('rounding up and down differ by one at most, and there and back gives no less', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 100n }), anyUnit, anyUnit, (size, from, to) => {
      const [down, up] = [SizeCalc.convert(size, from, to), SizeCalc.convertRoundUp(size, from, to)]
      expect(up - down === 0n || up - down === 1n).toBe(true)
      expect(SizeCalc.convert(up, to, from) >= size).toBe(true)
      expect(SizeCalc.convert(down, to, from) <= size).toBe(true)
    }),
  )
})

test.each([
  [1n, '1 KiB'],
  [1_023n, '1023 KiB'],
  [1_024n, '1 MiB'],
  [1_536n, '1.50 MiB'],
  [2n ** 40n, '1 PiB'],
  [2n ** 50n, '1024 PiB'],
])('shows %i KiB as %s', (kib, expected) => {
  expect(SizeCalc.approximateSizeString(kib)).toBe(expected)
})
