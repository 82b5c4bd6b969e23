import { expect, test } from 'vitest'
import { replaceSection } from '../tables/replaceSection.ts'
import { checkSizes } from './checkSizes.ts'
import type { MeasuredSize } from './MeasuredSize.ts'
import { sizesInTable } from './sizesInTable.ts'
import { sizeTable } from './sizeTable.ts'

const size = (change: Partial<MeasuredSize> = {}): MeasuredSize => ({
  name: 'one action, `a`',
  code: [],
  budget: 2_500,
  esbuild: 2_000,
  rollup: 2_100,
  strangers: [],
  ...change,
})
const empty = '# x\n<!-- sizes: written by `pnpm tables` -->\n<!-- /sizes -->\nend\n'
const written = replaceSection(empty, 'sizes', sizeTable([size({ external: ['undici'] })]))

test('what is written can be read back, and be written again', () => {
  expect(sizesInTable(written)).toEqual(new Map([['one action, `a`', 2000]]))
  expect(replaceSection(written, 'sizes', sizeTable([size({ external: ['undici'] })]))).toBe(written)
  expect(() => replaceSection('# x', 'sizes', '')).toThrow('no markers')
})

test.each([
  ['a size that the README tells', {}, undefined],
  ['one a little off', { esbuild: 2_100 }, undefined],
  ['one far off', { esbuild: 2_300 }, /not 2000 as in the README/],
  ['one over the budget in one bundler', { rollup: 2_501 }, /2501 by rollup, 2500 allowed/],
  ['another action', { strangers: ['b'] }, /contains b/],
  ['one that the README does not tell', { name: 'new' }, /is not in the README/],
])('judges %s', (_, change, problem) => {
  const [check] = checkSizes('x', [size(change)], written)
  if (problem === undefined) expect(check?.problem).toBeUndefined()
  else expect(check?.problem).toMatch(problem)
})
